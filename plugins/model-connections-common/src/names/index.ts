export * from './dns1123';
export * from './proposeSecretKey';
export * from './resourceName';
export * from './secretKey';
