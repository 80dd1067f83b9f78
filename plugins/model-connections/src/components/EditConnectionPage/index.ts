export * from './EditConnectionPage';
