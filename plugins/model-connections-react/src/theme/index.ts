export * from './stateColors';
export * from './accentTint';
