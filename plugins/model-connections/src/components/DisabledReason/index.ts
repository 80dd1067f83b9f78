export * from './DisabledReason';
