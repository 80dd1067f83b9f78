export * from './CreateConnectionPage';
