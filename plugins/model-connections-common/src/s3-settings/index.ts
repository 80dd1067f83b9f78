export * from './readCaCertificates';
export * from './s3Settings';
