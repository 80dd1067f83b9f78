export * from './modelConnectionsApiRef';
