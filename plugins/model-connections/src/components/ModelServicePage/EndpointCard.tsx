import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { modelConnectionsTranslationRef } from '../../translation';
import { CopyButton } from '../CopyButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(2, 3),
      marginBottom: theme.spacing(2),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    url: {
      flex: 1,
      minWidth: 0,
      overflowWrap: 'anywhere',
      fontFamily: 'monospace',
    },
  }),
  { name: 'MooringEndpointCard' },
);

/** Where a service answers, to be copied. */
export function EndpointCard(props: { url: string }) {
  const { url } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <Paper className={classes.root}>
      <Typography component="h2" variant="body2">
        <strong>{t('services.endpoint')}</strong>
      </Typography>
      <Typography variant="body2" className={classes.url}>
        {url}
      </Typography>
      <CopyButton text={url} label={t('services.copyUrl')} />
    </Paper>
  );
}
