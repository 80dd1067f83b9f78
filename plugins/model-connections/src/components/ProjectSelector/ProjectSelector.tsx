import { makeStyles } from '@material-ui/core/styles';
import { ProjectSelection } from '../../hooks/useProjectSelection';
import { ClusterSelect } from './ClusterSelect';
import { ProjectSelect } from './ProjectSelect';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
      flex: '1 1 auto',
      // A long title is cut rather than wider than the page.
      minWidth: 0,
      maxWidth: '100%',
    },
  }),
  { name: 'MooringProjectSelector' },
);

/** Cluster and project, side by side where there is room. */
export function ProjectSelector(props: { selection: ProjectSelection }) {
  const { selection } = props;
  const classes = useStyles();
  const isUsable =
    selection.cluster !== undefined && selection.cluster.unusable === undefined;
  return (
    <div className={classes.root}>
      <ClusterSelect
        clusters={selection.clusters.value ?? []}
        value={selection.clusterName}
        onChange={selection.selectCluster}
      />
      {isUsable && (
        <ProjectSelect
          key={selection.clusterName}
          withAll
          namespaces={selection.namespaces}
          value={selection.namespace}
          onChange={selection.selectNamespace}
        />
      )}
    </div>
  );
}
