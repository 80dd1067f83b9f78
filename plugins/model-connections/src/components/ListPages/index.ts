export * from './ListFooter';
export * from './ListProblem';
export * from './ListProgress';
