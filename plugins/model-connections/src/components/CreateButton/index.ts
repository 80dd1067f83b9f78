export * from './CreateButton';
