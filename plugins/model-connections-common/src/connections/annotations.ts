/**
 * When a value last changed by our hand: ISO 8601, whole seconds of the API server's clock.
 *
 * @public
 */
export const VALUES_CHANGED_AT = 'mooring.dev/values-changed-at';

/**
 * JSON array of the keys that are never shown again, whatever the type says later.
 *
 * @public
 */
export const HIDDEN_KEYS = 'mooring.dev/hidden-keys';

/**
 * JSON of a {@link ModelSource}: the facts that lists need.
 *
 * @public
 */
export const MODEL_SOURCE = 'mooring.dev/model-source';
