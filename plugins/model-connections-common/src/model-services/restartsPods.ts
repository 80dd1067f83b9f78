/** What of a predictor decides how many pods there are, not what they are like. */
const COUNTS = ['minReplicas', 'maxReplicas'];

/** In which deployments pods come and go without the others: in Knative's any change makes a revision with pods of its own. */
const DEPLOYMENTS = ['Standard', 'RawDeployment'];

/**
 * Whether a merge patch of a service makes new pods: KServe copies all labels and annotations to them (seen on KServe 0.20),
 * so only the number of pods can be changed without, and only where they are those of a Kubernetes Deployment.
 *
 * @param deploymentMode - see {@link deploymentModeOf}
 * @public
 */
export function restartsPods(
  patch: object | undefined,
  deploymentMode: string | undefined,
): boolean {
  if (patch === undefined) return false;
  const { metadata = {}, spec = {} } = patch as {
    metadata?: { labels?: object; annotations?: object };
    spec?: { predictor?: object };
  };
  const { predictor = {}, ...components } = spec;
  return (
    metadata.labels !== undefined ||
    metadata.annotations !== undefined ||
    Object.keys(components).length > 0 ||
    Object.keys(predictor ?? {}).some(
      key =>
        !COUNTS.includes(key) || !DEPLOYMENTS.includes(deploymentMode ?? ''),
    )
  );
}
