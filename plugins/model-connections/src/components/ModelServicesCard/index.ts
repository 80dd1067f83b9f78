export * from './ModelServicesCard';
export * from './seenService';
