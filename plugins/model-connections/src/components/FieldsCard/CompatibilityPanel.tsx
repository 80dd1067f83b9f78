import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  ConnectionTypeFormField,
  ProtocolId,
  protocolOf,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ProtocolTags,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { memo, useDeferredValue, useMemo } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { DraftField } from '../ConnectionTypeEditor/fieldOrder';
import { TypeDraftModel } from '../ConnectionTypeEditor/useTypeDraft';
import { lostProtocols } from './protocolChanges';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 3, 2),
      borderTop: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.5, 2, 2) },
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    warning: {
      alignItems: 'center',
      flexWrap: 'wrap',
      color: theme.palette.text.primary,
      backgroundColor: alpha(
        theme.palette.warning.main,
        theme.palette.type === 'dark' ? 0.2 : 0.12,
      ),
      '& .MuiAlert-icon': { color: stateColors(theme).warning },
      '& .MuiAlert-message': { flex: '1 1 240px', minWidth: 0 },
    },
  }),
  { name: 'MooringCompatibilityPanel' },
);

const titleOf = (id: ProtocolId) => protocolOf(id)?.title ?? id;

/** What connections of the type can serve, and what a change would lose or shadow, with a way out. */
export const CompatibilityPanel = memo(function CompatibilityPanelView(props: {
  fields: readonly DraftField[];
  compatibility: TypeDraftModel['compatibility'];
  storedFields: readonly ConnectionTypeFormField[];
  storedProtocols: readonly ProtocolId[];
  onRemove(id: ProtocolId): void;
  onRestore(keys: readonly string[]): void;
}) {
  const { storedFields, storedProtocols, onRemove, onRestore } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  // What is said of all fields together follows once the row that was changed is painted.
  const fields = useDeferredValue(props.fields);
  const { protocols, shadowed } = useDeferredValue(props.compatibility);
  const lost = useMemo(
    () =>
      lostProtocols(
        { fields: storedFields, protocols: storedProtocols },
        fields.map(({ field }) => field),
        protocols,
      ),
    [storedFields, storedProtocols, fields, protocols],
  );
  const active = protocols.find(id => !shadowed.includes(id));
  return (
    <div className={classes.root}>
      <div className={classes.line} role="status">
        <Typography variant="body2" component="span">
          <strong>{t('compatibility.title')}</strong>
        </Typography>
        <ProtocolTags
          protocols={protocols}
          active={active}
          shadowed={shadowed}
        />
      </div>
      {shadowed.map(id => (
        <Alert
          key={id}
          severity="warning"
          role="status"
          className={classes.warning}
          action={
            <Button size="small" color="primary" onClick={() => onRemove(id)}>
              {t('compatibility.remove', { protocol: titleOf(id) })}
            </Button>
          }
        >
          {t('compatibility.shadowed', {
            protocol: titleOf(id),
            active: active ? titleOf(active) : '',
          })}
        </Alert>
      ))}
      {lost.map(({ id, keys }) => (
        <Alert
          key={id}
          severity="warning"
          role="status"
          className={classes.warning}
          action={
            keys.length > 0 && (
              <Button
                size="small"
                color="primary"
                onClick={() => onRestore(keys)}
              >
                {t('compatibility.restore')}
              </Button>
            )
          }
        >
          {t('compatibility.lost', {
            protocol: titleOf(id),
            keys: keys.join(', '),
          })}
        </Alert>
      ))}
    </div>
  );
});
