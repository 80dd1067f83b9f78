export * from './ProtocolTags';
