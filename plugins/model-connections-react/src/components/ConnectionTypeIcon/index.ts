export * from './ConnectionTypeIcon';
