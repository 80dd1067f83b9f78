export * from './ImportTypesDialog';
