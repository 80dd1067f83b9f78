export * from './ModelServicePage';
