export * from './ConnectionsRouter';
