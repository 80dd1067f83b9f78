export * from './ModelServicesRouter';
