export * from './dns1123';
export * from './resourceName';
export * from './secretKey';
