/**
 * The backend plugin of Mooring.
 *
 * @packageDocumentation
 */

export { modelConnectionsPlugin as default } from './plugin';
export {
  createModelConnectionConditionalDecision,
  modelConnectionConditions,
} from './permissions/conditions';
export {
  modelConnectionResourceRef,
  type ModelConnectionResource,
} from './permissions/modelConnectionResourceRef';
