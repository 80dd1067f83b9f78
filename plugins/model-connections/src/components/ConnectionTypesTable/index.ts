export * from './TypeRowMenu';
export * from './useConnectionTypesTable';
export * from './useTypeObstacles';
