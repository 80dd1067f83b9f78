import { Content } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useLocation } from 'react-router-dom';
import { useProjectSelection } from '../../hooks/useProjectSelection';
import { ConnectionTypesCard } from '../ConnectionTypesCard';
import { ClusterSelect, ClusterState } from '../ProjectSelector';
import { savedConnectionTypeOf } from './SavedConnectionType';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'MooringConnectionTypesPage' },
);

/** The tab *Connection types*: the cluster above, its types beneath. Types belong to no project. */
export function ConnectionTypesPage() {
  const classes = useStyles();
  const selection = useProjectSelection();
  const { state } = useLocation();
  const { cluster, clusterName, clusters } = selection;
  const selector = (
    <ClusterSelect
      clusters={clusters.value ?? []}
      value={clusterName}
      onChange={selection.selectCluster}
    />
  );
  return (
    <Content>
      {cluster && cluster.unusable === undefined ? (
        <ConnectionTypesCard
          key={cluster.name}
          cluster={cluster}
          saved={savedConnectionTypeOf(state)}
          bar={actions => (
            <div className={classes.bar}>
              {selector}
              {actions}
            </div>
          )}
        />
      ) : (
        <>
          <div className={classes.bar}>{selector}</div>
          <ClusterState clusters={clusters} clusterName={clusterName} />
        </>
      )}
    </Content>
  );
}
