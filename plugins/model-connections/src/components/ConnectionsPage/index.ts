export * from './ConnectionsPage';
