export * from './clusterAuth';
export * from './clusterTokens';
