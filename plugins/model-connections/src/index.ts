/**
 * Portal pages and entity tabs of Mooring. The plugin itself is the default export of the entry `./alpha`.
 *
 * @packageDocumentation
 */

export { modelConnectionsApiRef } from '@mooring/backstage-plugin-model-connections-react';
export * from './routes';
export * from './translation';
