export * from './ErrorState';
export * from './StatePanel';
