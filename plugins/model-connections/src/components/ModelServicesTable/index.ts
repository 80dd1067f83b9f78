export * from './locationText';
export * from './ModelLocationCell';
export * from './modelServiceRowKey';
export * from './ModelServiceState';
export * from './replicasText';
export * from './ServiceMenuButton';
export * from './ServiceUrl';
export * from './useModelServicesTable';
