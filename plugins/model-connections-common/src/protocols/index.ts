export * from './Protocol';
export * from './protocols';
