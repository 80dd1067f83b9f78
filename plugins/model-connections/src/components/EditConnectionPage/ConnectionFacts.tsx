import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import {
  Connection,
  ConnectionTypeFormField,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode } from 'react';
import { S3_SETTINGS } from '../../connections/compareConnections';
import { modelConnectionsTranslationRef } from '../../translation';
import { useComparedTexts } from './useComparedTexts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
      margin: 0,
      '& dt': {
        color: stateColors(theme).quiet,
        fontSize: theme.typography.pxToRem(12),
      },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
    set: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: stateColors(theme).quiet,
      '& svg': { fontSize: 16 },
    },
  }),
  { name: 'MooringConnectionFacts' },
);

/** A connection that one may only look at: what may be shown, and of the rest that it is set. */
export function ConnectionFacts(props: {
  connection: Connection;
  fields: readonly ConnectionTypeFormField[];
}) {
  const { connection, fields } = props;
  const { s3 } = connection;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { settingText } = useComparedTexts(fields);
  const titles = new Map(
    fields.filter(isValueField).map(field => [field.envVar, field.name]),
  );
  const order = [...titles.keys()];
  const keys = Object.keys(connection.values).sort(
    (one, other) => order.indexOf(one) - order.indexOf(other),
  );
  const fact = (key: string, title: string, text: ReactNode) => (
    <div key={key}>
      <dt>{title}</dt>
      <Typography variant="body2" component="dd">
        {text}
      </Typography>
    </div>
  );
  return (
    <dl className={classes.root}>
      {fact(
        'displayName',
        t('compared.displayName'),
        connection.displayName ?? '–',
      )}
      {fact('name', t('delete.confirmLabel'), connection.name)}
      {connection.description &&
        fact('description', t('compared.description'), connection.description)}
      {keys.map(key => {
        const { value } = connection.values[key];
        return fact(
          `values/${key}`,
          titles.get(key) ?? key,
          value === undefined ? (
            <span className={classes.set}>
              <LockOutlinedIcon aria-hidden />
              {t('compared.set')}
            </span>
          ) : (
            [value].flat().join(', ')
          ),
        );
      })}
      {S3_SETTINGS.filter(setting => s3?.[setting] !== undefined).map(setting =>
        fact(
          `s3/${setting}`,
          t(`compared.s3.${setting}`),
          settingText({ value: s3?.[setting] }, setting),
        ),
      )}
      {s3?.caProblem &&
        fact('s3/caProblem', t('compared.s3.caCertificate'), s3.caProblem)}
    </dl>
  );
}
