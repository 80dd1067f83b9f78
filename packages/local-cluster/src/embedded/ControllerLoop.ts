import { randomUUID } from 'node:crypto';
import { ApiResource, apiResources } from './apiResources';
import { KubernetesObject } from './KubernetesObject';
import { ObjectStore } from './ObjectStore';
import { timestamp } from './timestamp';

const find = (kind: string) =>
  apiResources.find(resource => resource.kind === kind)!;
const namespaces = find('Namespace');

/**
 * What the controller manager does in a real cluster, soon after a write and
 * not as a part of it: furnishes new namespaces, empties deleted ones, and
 * removes objects whose owners are all gone.
 */
export class ControllerLoop {
  private scheduled = false;

  constructor(
    private readonly store: ObjectStore,
    private readonly certificateAuthority: string,
  ) {}

  /** To be called after each write. */
  schedule(): void {
    if (!this.scheduled) {
      this.scheduled = true;
      setImmediate(() => {
        this.scheduled = false;
        this.reconcile();
      });
    }
  }

  /** Does what is to be done now. */
  reconcile(): void {
    for (const { object } of this.store.list(namespaces)) {
      this.furnish(object.metadata.name);
    }
    this.removeOrphans();
  }

  private furnish(namespace: string): void {
    this.ensure(find('ServiceAccount'), namespace, 'default', {});
    this.ensure(find('ConfigMap'), namespace, 'kube-root-ca.crt', {
      data: { 'ca.crt': this.certificateAuthority },
    });
  }

  private ensure(
    resource: ApiResource,
    namespace: string,
    name: string,
    content: object,
  ): void {
    if (!this.store.get(resource, namespace, name)) {
      this.store.put(resource, {
        kind: resource.kind,
        apiVersion: resource.version,
        metadata: {
          name,
          namespace,
          uid: randomUUID(),
          creationTimestamp: timestamp(),
        },
        ...content,
      });
    }
  }

  private removeOrphans(): void {
    let removed: number;
    do {
      const everything = this.everything();
      const uids = new Set(everything.map(({ object }) => object.metadata.uid));
      const orphans = everything.filter(({ resource, object }) => {
        const { namespace, ownerReferences = [] } = object.metadata;
        const hasLostNamespace =
          resource.namespaced &&
          !this.store.get(namespaces, undefined, namespace!);
        const hasLostOwners =
          ownerReferences.length > 0 &&
          !ownerReferences.some(owner => uids.has(owner.uid));
        return hasLostNamespace || hasLostOwners;
      });
      for (const { resource, object } of orphans) {
        this.store.delete(resource, object);
      }
      // What was owned by these is an orphan now.
      removed = orphans.length;
    } while (removed > 0);
  }

  private everything(): { resource: ApiResource; object: KubernetesObject }[] {
    return apiResources.flatMap(resource =>
      this.store.list(resource).map(({ object }) => ({ resource, object })),
    );
  }
}
