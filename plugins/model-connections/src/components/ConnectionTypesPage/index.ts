export * from './SavedConnectionType';
export * from './ConnectionTypesPage';
