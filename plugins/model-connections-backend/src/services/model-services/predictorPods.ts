import { KubernetesObject } from '../../kubernetes/KubernetesObject';

/** KServe's label on all pods of an InferenceService. */
const SERVICE = 'serving.kserve.io/inferenceservice';

/** KServe's label on the pods that get the model; a transformer and an explainer have pods of their own. */
const PREDICTOR = 'component=predictor';

/** Above this many names a selector would make too long a path, and above this length it takes no name. */
const MOST_NAMED = 50;
const LONGEST_LABEL = 63;

/**
 * The label selector of the pods that get the models of some services, or of all where these cannot be named.
 *
 * @see https://github.com/kserve/kserve/blob/master/pkg/constants/constants.go
 */
export function predictorPodSelector(names?: readonly string[]): string {
  const canBeNamed =
    names !== undefined &&
    names.length <= MOST_NAMED &&
    names.every(name => name.length <= LONGEST_LABEL);
  const services = canBeNamed ? `${SERVICE} in (${names.join(',')})` : SERVICE;
  return `${services},${PREDICTOR}`;
}

/** The service that a pod belongs to, as `<namespace>/<name>`. */
export function serviceKeyOfPod({ metadata }: KubernetesObject): string {
  return `${metadata.namespace}/${metadata.labels?.[SERVICE] ?? ''}`;
}
