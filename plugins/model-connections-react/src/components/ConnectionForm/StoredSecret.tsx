import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { StoredValueChoice } from '../../hooks/useConnectionForm';
import { stateColors } from '../../theme';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { FieldHelp } from './fields/FieldHelp';
import { SteadyButton } from './fields/SteadyButton';

const useStyles = makeStyles(
  theme => ({
    root: { position: 'relative' },
    // As the label of an outlined field.
    label: {
      position: 'absolute',
      zIndex: 1,
      top: -8,
      left: 9,
      maxWidth: 'calc(100% - 18px)',
      padding: theme.spacing(0, 0.625),
      overflow: 'hidden',
      backgroundColor: theme.palette.background.paper,
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    mono: { fontFamily: 'monospace' },
    box: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      minHeight: 40,
      padding: theme.spacing(0.25, 0.5, 0.25, 1.5),
      border: `1px solid ${alpha(theme.palette.text.primary, 0.23)}`,
      borderRadius: theme.shape.borderRadius,
      '& svg': { fontSize: 18 },
    },
    wrong: { borderColor: stateColors(theme).danger },
    removed: { borderStyle: 'dashed', color: stateColors(theme).danger },
    text: { flex: '1 1 80px' },
    help: {
      color: theme.palette.text.secondary,
      margin: theme.spacing(0.5, 1.75, 0),
    },
  }),
  { name: 'MooringStoredSecret' },
);

/** A value that is set and never shown: that it is there, and what may be done about it. */
export function StoredSecret(props: {
  /** Of the element that takes the focus. */
  id: string;
  title: string;
  /** The title is a key rather than words. */
  isKey?: boolean;
  description?: string;
  choice: StoredValueChoice;
  problem?: string;
  disabled?: boolean;
  required?: boolean;
  onReplace?(): void;
  onRemove?(): void;
  onKeep(): void;
}) {
  const { id, title, isKey, description, choice, problem, disabled } = props;
  const { required, onReplace, onRemove, onKeep } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const isRemoved = choice === 'removed';
  const shared = { size: 'small', disabled } as const;
  const first = {
    id,
    'aria-describedby': `${id}-help`,
    'data-invalid': problem !== undefined,
  };
  return (
    <div
      role="group"
      className={classes.root}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-help`}
    >
      <FormLabel
        component="span"
        id={`${id}-label`}
        required={required}
        className={`${classes.label} ${isKey ? classes.mono : ''}`}
      >
        {title}
      </FormLabel>
      <div
        className={[
          classes.box,
          problem ? classes.wrong : '',
          isRemoved ? classes.removed : '',
        ].join(' ')}
      >
        {isRemoved ? (
          <DeleteOutlineIcon aria-hidden />
        ) : (
          <LockOutlinedIcon color="action" aria-hidden />
        )}
        <Typography variant="body2" className={classes.text}>
          {t(isRemoved ? 'stored.removed' : 'stored.set')}
        </Typography>
        <span>
          {isRemoved ? (
            <SteadyButton
              {...shared}
              {...first}
              color="primary"
              aria-label={t('stored.undoLabel', { field: title })}
              onClick={onKeep}
            >
              {t('stored.undo')}
            </SteadyButton>
          ) : (
            <>
              {onReplace && (
                <SteadyButton
                  {...shared}
                  {...first}
                  color="primary"
                  aria-label={t('stored.replaceLabel', { field: title })}
                  onClick={onReplace}
                >
                  {t('stored.replace')}
                </SteadyButton>
              )}
              {onRemove && (
                <SteadyButton
                  {...shared}
                  {...(onReplace ? {} : first)}
                  aria-label={t('stored.removeLabel', { field: title })}
                  onClick={onRemove}
                >
                  {t('stored.remove')}
                </SteadyButton>
              )}
            </>
          )}
        </span>
      </div>
      <FormHelperText
        component="div"
        id={`${id}-help`}
        className={classes.help}
      >
        <FieldHelp problem={problem} description={description} />
      </FormHelperText>
    </div>
  );
}
