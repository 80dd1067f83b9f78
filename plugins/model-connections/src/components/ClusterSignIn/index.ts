export * from './SignInButton';
export * from './SignInState';
export * from './useMissingSignIn';
