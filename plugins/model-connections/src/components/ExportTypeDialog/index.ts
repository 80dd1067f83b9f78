export * from './ExportTypeDialog';
