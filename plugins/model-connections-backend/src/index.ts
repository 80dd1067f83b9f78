/**
 * The backend plugin of Mooring.
 *
 * @packageDocumentation
 */

export { modelConnectionsPlugin as default } from './plugin';
