import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(2) },
    back: { marginLeft: theme.spacing(-1) },
    where: { color: stateColors(theme).quiet },
    title: { margin: 0, fontSize: theme.typography.pxToRem(24) },
  }),
  { name: 'MooringCreateHeading' },
);

/** The way back, what the page does, and where it does it. */
export function CreateHeading(props: { where: string; onBack(): void }) {
  const { where, onBack } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <div className={classes.root}>
      <Button
        size="small"
        color="primary"
        className={classes.back}
        startIcon={<ChevronLeftIcon />}
        onClick={onBack}
      >
        {t('create.back')}
      </Button>
      <Typography variant="h5" component="h1" className={classes.title}>
        {t('create.title')}
      </Typography>
      <Typography variant="body2" className={classes.where}>
        {where}
      </Typography>
    </div>
  );
}
