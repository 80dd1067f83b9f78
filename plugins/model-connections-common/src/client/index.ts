export * from './ModelConnectionsApi';
export * from './ModelConnectionsClient';
