export * from './ClusterState';
export * from './ProjectSelect';
export * from './ProjectSelector';
export * from './ProjectState';
export * from './ClusterSelect';
