export * from './DiscardDialog';
export * from './useUnsavedChangesGuard';
