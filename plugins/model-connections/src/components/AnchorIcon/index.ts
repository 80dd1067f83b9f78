export * from './AnchorIcon';
