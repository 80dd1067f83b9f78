export * from './ConnectionFormModel';
export * from './useConnectionForm';
export * from './useConnectionEditForm';
