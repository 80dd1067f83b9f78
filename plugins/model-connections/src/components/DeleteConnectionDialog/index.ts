export * from './DeleteConnectionDialog';
