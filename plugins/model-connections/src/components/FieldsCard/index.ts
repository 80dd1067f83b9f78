export * from './FieldsCard';
