export * from './RelativeAge';
