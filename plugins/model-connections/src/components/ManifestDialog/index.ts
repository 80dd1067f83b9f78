export * from './ManifestDialog';
