import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { ProtocolTags } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
    icon: { color: theme.palette.text.secondary },
  }),
  { name: 'MooringCompatibilityCell' },
);

/** What a model can be served from, and why it cannot be just now, where metadata tells. */
export function CompatibilityCell(props: { connection: ConnectionSummary }) {
  const { protocols, protocol, servable } = props.connection;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const problem =
    protocols.length > 0 && servable?.ok === false && servable.reason
      ? t('row.notServable', { reason: servable.reason })
      : undefined;
  return (
    <div className={classes.root}>
      <ProtocolTags
        protocols={protocols}
        active={protocols.length > 1 ? protocol ?? protocols[0] : undefined}
      />
      {problem && (
        <Tooltip title={problem}>
          <InfoOutlinedIcon
            className={classes.icon}
            fontSize="small"
            titleAccess={problem}
          />
        </Tooltip>
      )}
    </div>
  );
}
