import {
  CA_BUNDLE_KEY,
  readCaCertificates,
} from '@mooring/backstage-plugin-model-connections-common';
import { stringify } from 'yaml';
import { ConfigMap, Secret } from '../../kubernetes/KubernetesObject';

const MASK = '(masked)';

/** Annotations that are known to hold no value. Other tools keep whole objects in theirs, as kubectl does. */
const KNOWN =
  /^(cpaas\.io|mooring\.dev|serving\.kserve\.io|opendatahub\.io|openshift\.io|meta\.helm\.sh|argocd\.argoproj\.io)\/|^connection-type$/;

const masked = (annotations: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [
      key,
      KNOWN.test(key) ? value : MASK,
    ]),
  );

/**
 * Writes a Secret as YAML for people: without managedFields, and with every value masked, shown or not, so that the text
 * can be passed on. Annotations that nobody vouches for are masked as well. The ConfigMap with its certificates, which are not
 * secret, follows with these alone.
 */
export function encodeManifest(
  secret: Secret,
  lastAppliedDropped: boolean,
  certificates?: ConfigMap,
): string {
  const { managedFields: _, ...metadata } = secret.metadata;
  const text = stringify({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      ...metadata,
      annotations: {
        ...masked(metadata.annotations),
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
  if (!certificates) return text;
  const { managedFields: _fields, ...own } = certificates.metadata;
  return `${text}---\n${stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { ...own, annotations: masked(own.annotations) },
    data: {
      [CA_BUNDLE_KEY]:
        readCaCertificates(certificates.data?.[CA_BUNDLE_KEY] ?? '', {
          isStored: true,
        }).pem || MASK,
    },
  })}`;
}
