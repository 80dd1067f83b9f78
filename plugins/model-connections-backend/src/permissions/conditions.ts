import { createConditionExports } from '@backstage/plugin-permission-node';
import { modelConnectionResourceRef } from './modelConnectionResourceRef';
import { modelServiceResourceRef } from './modelServiceResourceRef';
import { modelConnectionRules, modelServiceRules } from './rules';

const connection = createConditionExports({
  resourceRef: modelConnectionResourceRef,
  rules: modelConnectionRules,
});

const service = createConditionExports({
  resourceRef: modelServiceResourceRef,
  rules: modelServiceRules,
});

/**
 * The conditions that a permission policy can answer with for connections.
 *
 * @public
 */
export const modelConnectionConditions = connection.conditions;

/**
 * Makes a policy's answer of conditions:
 * `createModelConnectionConditionalDecision(permission, modelConnectionConditions.isInNamespace({ namespaces }))`.
 *
 * @public
 */
export const createModelConnectionConditionalDecision =
  connection.createConditionalDecision;

/**
 * The conditions that a permission policy can answer with for model services.
 *
 * @public
 */
export const modelServiceConditions = service.conditions;

/**
 * Makes a policy's answer of conditions for a model service, as {@link createModelConnectionConditionalDecision} does for
 * a connection.
 *
 * @public
 */
export const createModelServiceConditionalDecision =
  service.createConditionalDecision;
