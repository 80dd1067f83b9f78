import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { RelativeAge } from '../RelativeAge';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2, 3),
      marginBottom: theme.spacing(2),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    heading: {
      marginBottom: theme.spacing(1.5),
      fontWeight: theme.typography.fontWeightBold as number,
    },
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(140px, max-content) minmax(0, 1fr)',
      gap: theme.spacing(0.75, 3),
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      '& dt': { color: stateColors(theme).quiet },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: '1fr',
        rowGap: 0,
        '& dd': { marginBottom: theme.spacing(1) },
      },
    },
    mono: { fontFamily: 'monospace' },
  }),
  { name: 'MooringBindingCard' },
);

/** How a service was written: what brings its credentials, its format, arguments, labels, and since when it is there. */
export function BindingCard(props: { service: ModelService }) {
  const { service } = props;
  const { location, modelFormat, args, env, labels, description } = service;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const account =
    location && 'serviceAccountName' in location
      ? location.serviceAccountName
      : undefined;
  let credentials: string = t('services.bindingNone');
  if (account) credentials = t('services.bindingAccount', { account });
  else if (location?.kind === 'connection') {
    credentials = t('services.bindingConnection', {
      connection: location.connection,
    });
  }
  const lines: [string, JSX.Element | string | undefined, boolean?][] = [
    [t('services.form.description'), description],
    [t('services.bindingTitle'), credentials],
    [
      t('services.form.format'),
      modelFormat && [modelFormat.name, modelFormat.version].join(' ').trim(),
    ],
    [t('services.form.args'), args?.join(' '), true],
    [t('services.form.env'), env?.map(({ name }) => name).join(', '), true],
    [
      t('services.labels'),
      Object.entries(labels ?? {})
        .map(pair => pair.join('='))
        .join(', '),
      true,
    ],
    [t('services.column.age'), <RelativeAge iso={service.createdAt} />],
  ];
  return (
    <Paper className={classes.root}>
      <Typography
        variant="subtitle1"
        component="h2"
        className={classes.heading}
      >
        {t('services.fact.more')}
      </Typography>
      <dl className={classes.list}>
        {lines
          .filter(([, value]) => value)
          .flatMap(([title, value, isMono]) => [
            <dt key={title}>{title}</dt>,
            <dd key={`${title}-value`} className={isMono ? classes.mono : ''}>
              {value}
            </dd>,
          ])}
      </dl>
    </Paper>
  );
}
