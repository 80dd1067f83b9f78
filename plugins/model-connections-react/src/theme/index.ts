export * from './stateColors';
