export * from './ConnectionTypeEditorPage';
