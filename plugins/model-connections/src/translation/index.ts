export * from './modelConnectionsTranslationRef';
