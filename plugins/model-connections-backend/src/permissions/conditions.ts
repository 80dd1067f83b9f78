import { createConditionExports } from '@backstage/plugin-permission-node';
import { modelConnectionResourceRef } from './modelConnectionResourceRef';
import { modelConnectionRules } from './rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: modelConnectionResourceRef,
  rules: modelConnectionRules,
});

/**
 * The conditions that a permission policy can answer with for connections.
 *
 * @public
 */
export const modelConnectionConditions = conditions;

/**
 * Makes a policy's answer of conditions:
 * `createModelConnectionConditionalDecision(permission, modelConnectionConditions.isInNamespace({ namespaces }))`.
 *
 * @public
 */
export const createModelConnectionConditionalDecision =
  createConditionalDecision;
