/**
 * Stand-ins for the model connections service in tests of other backend plugins and modules.
 *
 * @packageDocumentation
 */

export type { ModelConnectionsServiceMockOptions } from './InMemoryModelConnectionsService';
export * from './modelConnectionsServiceMock';
