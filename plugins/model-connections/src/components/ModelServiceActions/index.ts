export * from './serviceActions';
export * from './ServiceChanges';
export * from './ServiceDialogs';
export * from './ServiceMenu';
export * from './useLockReason';
export * from './useServiceAction';
