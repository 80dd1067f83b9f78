export * from './ConnectionFormModel';
export * from './useConnectionForm';
