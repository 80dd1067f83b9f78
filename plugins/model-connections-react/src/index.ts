/**
 * Widgets, hooks and the API reference of Mooring, for its own pages and for other frontend plugins.
 *
 * @packageDocumentation
 */

export * from './api';
export * from './components';
export * from './errors';
export * from './hooks';
export * from './theme';
export * from './translation';
