import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DescriptionIcon from '@material-ui/icons/DescriptionOutlined';
import { modelConnectionsReactTranslationRef } from '../../../translation';
import { formatBytes } from './formatBytes';
import { SteadyButton } from './SteadyButton';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
    name: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'MooringFileContent' },
);

/** A file that was given: name and size, and a way to take it out again. */
export function FileContent(props: {
  id: string;
  fieldName: string;
  fileName: string;
  text: string;
  describedBy: string;
  invalid: boolean;
  disabled?: boolean;
  onRemove(): void;
}) {
  const { id, fieldName, fileName, text, describedBy, invalid } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const bytes = new TextEncoder().encode(text).length;
  return (
    <div className={classes.root}>
      <DescriptionIcon color="action" aria-hidden />
      <Typography variant="body2" className={classes.name}>
        {fileName} · {formatBytes(bytes)}
      </Typography>
      <SteadyButton
        id={id}
        size="small"
        disabled={props.disabled}
        data-invalid={invalid}
        aria-describedby={describedBy}
        aria-label={t('file.removeLabel', { field: fieldName })}
        onClick={props.onRemove}
      >
        {t('file.remove')}
      </SteadyButton>
    </div>
  );
}
