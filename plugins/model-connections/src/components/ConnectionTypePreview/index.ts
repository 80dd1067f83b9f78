export * from './ConnectionTypePreview';
export * from './PreviewDialog';
