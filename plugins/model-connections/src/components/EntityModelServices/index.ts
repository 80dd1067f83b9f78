export * from './EntityModelServices';
