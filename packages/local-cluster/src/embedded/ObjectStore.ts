import { ApiResource } from './apiResources';
import { KubernetesObject } from './KubernetesObject';

/** An object with the key that lists are sorted by: `[namespace/]name`. */
export interface StoredObject {
  key: string;
  object: KubernetesObject;
}

const keptSnapshots = 200;

/**
 * All objects, in memory. Objects are never changed in place, and a write
 * stores a new one, so that a snapshot costs only an array.
 */
export class ObjectStore {
  private revision = 1;
  private readonly objects = new Map<string, Map<string, KubernetesObject>>();
  private readonly snapshots = new Map<string, StoredObject[]>();

  /** The revision of the latest write: `resourceVersion` of lists. */
  get currentRevision(): number {
    return this.revision;
  }

  get(
    resource: ApiResource,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined {
    return this.of(resource).get(objectKey(namespace, name));
  }

  /** Stores the object under a new revision, and gives it as stored. */
  put(resource: ApiResource, object: KubernetesObject): KubernetesObject {
    const { namespace, name } = object.metadata;
    const stored = {
      ...object,
      metadata: {
        ...object.metadata,
        resourceVersion: String(++this.revision),
      },
    };
    this.of(resource).set(objectKey(namespace, name), stored);
    return stored;
  }

  delete(resource: ApiResource, object: KubernetesObject): void {
    const { namespace, name } = object.metadata;
    if (this.of(resource).delete(objectKey(namespace, name))) {
      this.revision++;
    }
  }

  /** All objects of a resource, sorted by key. */
  list(resource: ApiResource, namespace?: string): StoredObject[] {
    return [...this.of(resource)]
      .map(([key, object]) => ({ key, object }))
      .filter(
        ({ object }) => !namespace || object.metadata.namespace === namespace,
      )
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Keeps the present state of a resource for the pages that follow. */
  keepSnapshot(resource: ApiResource): void {
    const key = snapshotKey(resource, this.revision);
    if (!this.snapshots.has(key)) {
      this.snapshots.set(key, this.list(resource));
    }
    for (const oldest of this.snapshots.keys()) {
      if (this.snapshots.size <= keptSnapshots) {
        break;
      }
      this.snapshots.delete(oldest);
    }
  }

  /** The state at a revision, or undefined when it is not kept any more. */
  snapshot(
    resource: ApiResource,
    revision: number,
    namespace?: string,
  ): StoredObject[] | undefined {
    return this.snapshots
      .get(snapshotKey(resource, revision))
      ?.filter(
        ({ object }) => !namespace || object.metadata.namespace === namespace,
      );
  }

  /** Forgets all earlier states, as etcd's compaction does. */
  compact(): void {
    this.snapshots.clear();
  }

  private of(resource: ApiResource): Map<string, KubernetesObject> {
    // Versions of one kind are views of the same objects.
    const key = `${resource.group}/${resource.plural}`;
    let objects = this.objects.get(key);
    if (!objects) {
      objects = new Map();
      this.objects.set(key, objects);
    }
    return objects;
  }
}

function objectKey(namespace: string | undefined, name: string): string {
  return namespace ? `${namespace}/${name}` : name;
}

function snapshotKey(resource: ApiResource, revision: number): string {
  return `${resource.group}/${resource.plural}@${revision}`;
}
