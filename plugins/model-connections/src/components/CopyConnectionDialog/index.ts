export * from './CopyConnectionDialog';
