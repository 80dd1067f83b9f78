export * from './InstallTypesButton';
