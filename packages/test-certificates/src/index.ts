/**
 * Certificates of authorities that exist only for tests.
 *
 * @packageDocumentation
 */
export * from './caCertificates';
