export * from './useClusterSignIn';
export * from './useModelConnectionsApi';
export * from './useOnClusterSignIn';
