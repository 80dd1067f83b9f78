export * from './ConnectionForm';
export * from './ConnectionTypeChooser';
export * from './ConnectionTypeIcon';
export * from './ProtocolTags';
