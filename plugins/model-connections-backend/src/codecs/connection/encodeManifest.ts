import { stringify } from 'yaml';
import { Secret } from '../../kubernetes/KubernetesObject';

const MASK = '(masked)';

/**
 * Writes a Secret as YAML for people: without managedFields, and with every value masked, shown or not, so that the text
 * can be passed on.
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
      ...(lastAppliedDropped
        ? {
            annotations: {
              ...metadata.annotations,
              'kubectl.kubernetes.io/last-applied-configuration': MASK,
            },
          }
        : {}),
    },
    type: secret.type,
    ...(secret.immutable === undefined ? {} : { immutable: secret.immutable }),
    data: Object.fromEntries(
      Object.keys(secret.data ?? {}).map(key => [key, MASK]),
    ),
  });
}
