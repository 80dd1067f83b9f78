export * from './TypeConflictDialog';
