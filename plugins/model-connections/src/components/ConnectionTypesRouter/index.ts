export * from './ConnectionTypesRouter';
