export * from './PageHeading';
