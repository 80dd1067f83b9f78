export * from './builtInConnectionTypes';
export * from './connectionTypeFieldProblems';
export * from './connectionTypeFieldSchema';
export * from './parseConnectionTypeData';
export * from './serialiseConnectionTypeData';
export * from './validateConnectionType';
