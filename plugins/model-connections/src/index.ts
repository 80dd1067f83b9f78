/**
 * Portal pages and entity tabs of Mooring. What is exported here is for the legacy frontend system; the plugin of the new
 * one is the default export of the entry `./alpha`.
 *
 * @packageDocumentation
 */

export { modelConnectionsApiRef } from '@mooring/backstage-plugin-model-connections-react';
export { isModelEntity } from './entities';
export * from './plugin';
export * from './routes';
export * from './translation';
