export * from './errorReason';
export * from './errorStatus';
export * from './fieldErrors';
