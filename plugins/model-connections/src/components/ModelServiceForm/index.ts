export * from './ModelServiceFormPage';
