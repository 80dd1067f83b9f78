export * from './useConnectionForm';
