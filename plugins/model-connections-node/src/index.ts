/**
 * Model connections for other backend plugins and modules.
 *
 * @packageDocumentation
 */

export * from './ModelConnectionsService';
export * from './modelConnectionsServiceRef';
