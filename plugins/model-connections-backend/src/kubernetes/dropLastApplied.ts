import { KubernetesList, KubernetesObject } from './KubernetesObject';

/** `kubectl apply` keeps the whole object here, for a Secret with all its values. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

function drop(object: KubernetesObject): boolean {
  const annotations = object.metadata?.annotations;
  if (!annotations || !(LAST_APPLIED in annotations)) {
    return false;
  }
  delete annotations[LAST_APPLIED];
  return true;
}

/**
 * Removes `last-applied-configuration` from an object or from each object of a list, before anything else sees them.
 * Gives whether it was there.
 */
export function dropLastApplied(body: unknown): boolean {
  const { items } = body as Partial<KubernetesList<KubernetesObject>>;
  return Array.isArray(items)
    ? items.map(drop).some(Boolean)
    : drop(body as KubernetesObject);
}
