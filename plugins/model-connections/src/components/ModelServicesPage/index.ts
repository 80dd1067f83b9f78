export * from './ModelServicesPage';
