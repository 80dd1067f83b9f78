import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ConnectionSummary,
  ConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionTypeIcon,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
    quiet: { color: stateColors(theme).quiet },
    mono: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  }),
  { name: 'MooringTypeCell' },
);

/** The type by its display name; by its resource name where the type is not known (any more). */
export function TypeCell(props: {
  connection: ConnectionSummary;
  type?: ConnectionType;
  areTypesKnown: boolean;
}) {
  const { connection, type, areTypesKnown } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { typeName, protocol, protocols } = connection;
  if (typeName === undefined) {
    return (
      <Typography variant="body2" className={classes.quiet}>
        {t('row.noType')}
      </Typography>
    );
  }
  return (
    <div className={classes.root}>
      <ConnectionTypeIcon
        fontSize="small"
        color="action"
        protocol={type?.protocols[0] ?? protocol ?? protocols[0]}
      />
      {type ? (
        <span>{type.displayName ?? type.name}</span>
      ) : (
        <span>
          <span className={classes.mono}>{typeName}</span>
          {areTypesKnown && (
            <Typography
              variant="caption"
              display="block"
              className={classes.quiet}
            >
              {t('row.typeGone')}
            </Typography>
          )}
        </span>
      )}
    </div>
  );
}
