export * from './alauda';
export * from './Convention';
