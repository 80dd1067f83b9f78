import { ManagedBy } from '../schema/openapi';
import { KubernetesMetadata } from './KubernetesMetadata';

/** Label or annotation that a tool leaves on what it owns, and how that tool's object is called. */
const MARKS: readonly { key: string; kind: string; name?: string }[] = [
  { key: 'meta.helm.sh/release-name', kind: 'Helm release' },
  { key: 'argocd.argoproj.io/tracking-id', kind: 'Argo CD application' },
  { key: 'kustomize.toolkit.fluxcd.io/name', kind: 'Flux Kustomization' },
  { key: 'helm.toolkit.fluxcd.io/name', kind: 'Flux HelmRelease' },
  {
    key: 'reconcile.external-secrets.io/managed',
    kind: 'operator',
    name: 'External Secrets',
  },
];

/**
 * What else writes this object; `undefined` when nothing does. Such an object is read-only for us, because its owner
 * would undo the change. A bare `app.kubernetes.io/instance` does not count: people set it by hand.
 *
 * @public
 */
export function managedBy(metadata: KubernetesMetadata): ManagedBy | undefined {
  const owner = metadata.ownerReferences?.find(o => o.controller);
  if (owner) {
    return { kind: owner.kind, name: owner.name };
  }
  const marks = { ...metadata.labels, ...metadata.annotations };
  for (const { key, kind, name } of MARKS) {
    const value = marks[key];
    if (value !== undefined) {
      // Argo CD writes <application>:<group>/<kind>:<namespace>/<name>; External Secrets only that it is one of its own.
      return { kind, name: name ?? value.split(':')[0] };
    }
  }
  return undefined;
}
