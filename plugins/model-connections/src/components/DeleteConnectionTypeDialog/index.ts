export * from './DeleteConnectionTypeDialog';
