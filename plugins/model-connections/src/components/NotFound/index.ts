export * from './BackToList';
export * from './NotFound';
