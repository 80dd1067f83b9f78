export * from './alauda';
export * from './Convention';
export * from './conventions';
export * from './openDataHub';
