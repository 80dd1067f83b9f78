export * from './ConnectionTypeUsageLine';
