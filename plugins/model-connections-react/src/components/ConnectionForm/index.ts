export * from './ConnectionForm';
