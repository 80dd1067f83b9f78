export * from './ConnectionsSkeleton';
export * from './ConnectionsTable';
export * from './connectionRowKey';
export * from './RowMenu';
export * from './useConnectionsTable';
export * from './rowActions';
export * from './useSortedConnections';
