/** What of a predictor decides how many pods there are, not what they are like. */
const COUNTS = ['minReplicas', 'maxReplicas'];

/**
 * Whether a merge patch of a service makes new pods: KServe copies all labels and annotations to them (seen on KServe 0.20),
 * so only the number of pods can be changed without.
 *
 * @public
 */
export function restartsPods(patch: object | undefined): boolean {
  const { metadata = {}, spec = {} } = (patch ?? {}) as {
    metadata?: { labels?: object; annotations?: object };
    spec?: { predictor?: object };
  };
  const { predictor = {}, ...components } = spec;
  return (
    metadata.labels !== undefined ||
    metadata.annotations !== undefined ||
    Object.keys(components).length > 0 ||
    Object.keys(predictor ?? {}).some(key => !COUNTS.includes(key))
  );
}
