export * from './ListToolbar';
