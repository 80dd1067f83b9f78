export * from './EntityConnections';
