export * from './deniedPermission';
export * from './errorReason';
export * from './errorStatus';
export * from './fieldErrors';
export * from './isClusterSignInError';
export * from './isNetworkError';
export * from './isUnchangeableSecretError';
