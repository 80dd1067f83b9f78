export * from './ListPagination';
export * from './ListTable';
