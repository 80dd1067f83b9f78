export * from './modelConnectionsReactTranslationRef';
