export * from './AdoptButton';
export * from './AdoptSecretDialog';
