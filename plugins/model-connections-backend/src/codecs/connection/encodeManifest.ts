import { stringify } from 'yaml';
import { Secret } from '../../kubernetes/KubernetesObject';

const MASK = '(masked)';

/** Annotations that are known to hold no value. Other tools keep whole objects in theirs, as kubectl does. */
const KNOWN =
  /^(cpaas\.io|mooring\.dev|serving\.kserve\.io|opendatahub\.io|openshift\.io|meta\.helm\.sh|argocd\.argoproj\.io)\/|^connection-type$/;

/**
 * Writes a Secret as YAML for people: without managedFields, and with every value masked, shown or not, so that the text
 * can be passed on. Annotations that nobody vouches for are masked as well.
 */
export function encodeManifest(
  secret: Secret,
  lastAppliedDropped: boolean,
): string {
  const { managedFields: _, ...metadata } = secret.metadata;
  return stringify({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      ...metadata,
      annotations: {
        ...Object.fromEntries(
          Object.entries(metadata.annotations ?? {}).map(([key, value]) => [
            key,
            KNOWN.test(key) ? value : MASK,
          ]),
        ),
        ...(lastAppliedDropped
          ? { 'kubectl.kubernetes.io/last-applied-configuration': MASK }
          : {}),
      },
    },
    type: secret.type,
    ...(secret.immutable === undefined ? {} : { immutable: secret.immutable }),
    data: Object.fromEntries(
      Object.keys(secret.data ?? {}).map(key => [key, MASK]),
    ),
  });
}
