export * from './ModelConnectionsPage';
