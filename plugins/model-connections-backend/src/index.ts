/**
 * The backend plugin of Mooring.
 *
 * @packageDocumentation
 */

export { modelConnectionsPlugin as default } from './plugin';
export {
  createModelConnectionConditionalDecision,
  createModelServiceConditionalDecision,
  modelConnectionConditions,
  modelServiceConditions,
} from './permissions/conditions';
export {
  modelConnectionResourceRef,
  type ModelConnectionResource,
} from './permissions/modelConnectionResourceRef';
export {
  modelServiceResourceRef,
  type ModelServiceResource,
} from './permissions/modelServiceResourceRef';
