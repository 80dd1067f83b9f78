export * from './ConnectionTypesCard';
