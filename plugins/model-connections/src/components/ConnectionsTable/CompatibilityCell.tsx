import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import {
  ProtocolTags,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(0.5) },
    problem: {
      maxWidth: 280,
      color: stateColors(theme).quiet,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'MooringCompatibilityCell' },
);

/** What a model can be served from, and why it cannot be just now, where metadata tells. */
export function CompatibilityCell(props: { connection: ConnectionSummary }) {
  const { protocols, protocol, servable } = props.connection;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const problem =
    protocols.length > 0 && servable?.ok === false && servable.reason;
  return (
    <div className={classes.root}>
      <ProtocolTags
        protocols={protocols}
        active={protocols.length > 1 ? protocol ?? protocols[0] : undefined}
      />
      {problem && (
        <Typography
          variant="caption"
          component="span"
          className={classes.problem}
        >
          {t('row.notServable', { reason: problem })}
        </Typography>
      )}
    </div>
  );
}
