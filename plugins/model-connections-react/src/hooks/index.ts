export * from './useConnectionForm';
export * from './useModelConnectionsApi';
