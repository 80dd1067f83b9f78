export * from './ConflictDialog';
export * from './ConflictPart';
