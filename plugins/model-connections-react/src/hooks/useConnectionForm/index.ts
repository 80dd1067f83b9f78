export * from './ConnectionFormModel';
export * from './unsaidS3Settings';
export * from './useConnectionForm';
export * from './useConnectionEditForm';
