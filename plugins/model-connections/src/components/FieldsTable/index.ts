export * from './FieldsTable';
