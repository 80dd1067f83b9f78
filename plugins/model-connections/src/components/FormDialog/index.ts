export * from './FormDialog';
export * from './useFormDialog';
