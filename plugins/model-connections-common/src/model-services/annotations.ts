/**
 * On a ServiceAccount: the model service that it was made for. On an entity: the one that it stands for.
 *
 * @public
 */
export const MODEL_SERVICE = 'mooring.dev/model-service';

/**
 * On a model service: JSON array of the pull secrets that were added to it, so that only these are taken out again.
 *
 * @public
 */
export const ADDED_PULL_SECRETS = 'mooring.dev/added-pull-secrets';

/**
 * On a model service's pods: when it was last restarted on request, ISO 8601.
 *
 * @public
 */
export const RESTARTED_AT = 'mooring.dev/restarted-at';

/**
 * KServe's own: with the value `true`, a service has no pods.
 *
 * @public
 */
export const STOP_SERVICE = 'serving.kserve.io/stop';

/**
 * KServe's own: how a service is deployed, such as `Standard`.
 *
 * @public
 */
export const DEPLOYMENT_MODE = 'serving.kserve.io/deploymentMode';
