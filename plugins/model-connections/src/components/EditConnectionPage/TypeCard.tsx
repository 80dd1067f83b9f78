import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  Connection,
  ConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionTypeIcon,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { CompatibilityCell } from '../ConnectionsTable/CompatibilityCell';
import { SideCard } from './SideCard';

const useStyles = makeStyles(
  theme => ({
    type: {
      display: 'flex',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(1),
    },
    text: { minWidth: 0, overflowWrap: 'anywhere' },
    quiet: { color: stateColors(theme).quiet },
    fixed: { marginTop: theme.spacing(1), color: stateColors(theme).quiet },
  }),
  { name: 'MooringTypeCard' },
);

/** The type of a connection, which can no longer change, and what a model can be served from. */
export function TypeCard(props: {
  connection: Connection;
  type?: ConnectionType;
}) {
  const { connection, type } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <SideCard title={t('create.type')}>
      <div className={classes.type}>
        <ConnectionTypeIcon
          color="action"
          protocol={type?.protocols[0] ?? connection.protocol}
        />
        <div className={classes.text}>
          <Typography variant="body2">
            <strong>
              {type?.displayName ?? connection.typeName ?? t('row.noType')}
            </strong>
          </Typography>
          {type?.description && (
            <Typography variant="caption" className={classes.quiet}>
              {type.description}
            </Typography>
          )}
        </div>
      </div>
      <CompatibilityCell connection={connection} />
      <Typography variant="caption" component="p" className={classes.fixed}>
        {t('edit.typeFixed')}
      </Typography>
    </SideCard>
  );
}
