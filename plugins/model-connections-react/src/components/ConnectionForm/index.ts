export * from './ConnectionForm';
export * from './FieldControl';
export type { FieldProps } from './fields/FieldProps';
export * from './fields/FormTextField';
