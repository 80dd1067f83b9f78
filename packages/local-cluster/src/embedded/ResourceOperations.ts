import { randomBytes, randomUUID } from 'node:crypto';
import { ApiResource, apiResources, groupVersionOf } from './apiResources';
import {
  cannotBeHandled,
  DecodeError,
  decodeObject,
  parseObjectBody,
} from './decodeObject';
import { checkName, checkNamespace, checkPreconditions } from './checkIdentity';
import { KubernetesObject } from './KubernetesObject';
import { updateManagedFields } from './managedFields';
import { applyMergePatch, invalidPatch, parsePatch } from './mergePatch';
import { ObjectStore } from './ObjectStore';
import { ResourcePath } from './parseResourcePath';
import {
  isSameContent,
  isUnchanged,
  orderFields,
  plain,
  setOrDelete,
} from './plainObjects';
import {
  alreadyExists,
  badRequest,
  conflict,
  notFound,
  StatusError,
} from './StatusError';
import { timestamp } from './timestamp';
import { validateObject } from './validateObject';

/** What a write says about itself in its query and headers. */
export interface WriteOptions {
  dryRun: boolean;
  /** Refuse unknown fields. */
  strict: boolean;
  /** Who owns the fields that are written. */
  fieldManager: string;
}

const namespaces = apiResources.find(({ kind }) => kind === 'Namespace')!;

type ItemPath = ResourcePath & { name: string };

/** The verbs that read or write one object. */
export class ResourceOperations {
  constructor(
    private readonly store: ObjectStore,
    /** Called after each write, with what was written. */
    private readonly onChange: (
      resource: ApiResource,
      object: KubernetesObject,
    ) => void,
  ) {}

  get({ resource, namespace, name }: ItemPath): KubernetesObject {
    const object = this.store.get(resource, namespace, name);
    if (!object) {
      throw notFound(resource, name);
    }
    return object;
  }

  create(
    path: ResourcePath,
    body: Buffer,
    options: WriteOptions,
  ): KubernetesObject {
    const { resource, namespace } = path;
    const object = this.decodeBody(resource, body, options.strict);
    const { metadata } = object;
    checkNamespace(path, object);
    if (metadata.resourceVersion) {
      throw new StatusError(
        500,
        undefined,
        'resourceVersion should not be set on objects to be created',
      );
    }
    this.checkNamespaceExists(path);
    if (!metadata.name && metadata.generateName) {
      metadata.name = metadata.generateName + randomSuffix();
    }
    if (resource.kind === 'Namespace') {
      metadata.labels = {
        ...metadata.labels,
        'kubernetes.io/metadata.name': metadata.name,
      };
      object.spec = { finalizers: ['kubernetes'] };
      object.status = { phase: 'Active' };
    } else if (resource.hasStatus) {
      delete object.status;
    }
    object.metadata = {
      ...metadata,
      ...(namespace && { namespace }),
      uid: randomUUID(),
      creationTimestamp: timestamp(),
      ...(resource.hasGeneration && { generation: 1 }),
      managedFields: undefined,
    };
    validateObject(resource, object);
    if (this.store.get(resource, namespace, object.metadata.name)) {
      throw alreadyExists(resource, object.metadata.name);
    }
    return this.write(path, undefined, object, options);
  }

  update(
    path: ItemPath,
    body: Buffer,
    options: WriteOptions,
  ): KubernetesObject {
    const { resource, namespace, name } = path;
    const object = this.decodeBody(resource, body, options.strict);
    if (!object.metadata.name) {
      throw badRequest(
        `the name of the object (${name} based on URL) was undeterminable: name must be provided`,
      );
    }
    checkName(path, object);
    checkNamespace(path, object);
    const previous = this.store.get(resource, namespace, name);
    if (!previous) {
      throw notFound(resource, name);
    }
    const { uid } = object.metadata;
    if (uid && uid !== previous.metadata.uid) {
      throw conflict(
        resource,
        name,
        `StorageError: invalid object, Code: 4, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${previous.metadata.uid}`,
      );
    }
    return this.replace(path, previous, object, options);
  }

  patch(path: ItemPath, body: Buffer, options: WriteOptions): KubernetesObject {
    const { resource, namespace, name } = path;
    const patch = parsePatch(body);
    const previous = this.store.get(resource, namespace, name);
    if (!previous) {
      throw notFound(resource, name);
    }
    const merged = applyMergePatch(plain(previous), patch) as object;
    let object;
    try {
      object = decodeObject(resource, merged, options.strict);
    } catch (error) {
      if (error instanceof DecodeError) {
        throw invalidPatch(merged, error.message);
      }
      throw error;
    }
    checkName(path, object);
    checkNamespace(path, object);
    return this.replace(path, previous, object, options);
  }

  /** @returns the object as it was, or as it is while finalizers hold it */
  delete(path: ItemPath, body: Buffer, dryRun: boolean): KubernetesObject {
    const { resource, name } = path;
    const object = this.get(path);
    checkPreconditions(resource, object, body);
    if (
      resource.kind === 'Namespace' &&
      ['default', 'kube-system', 'kube-public'].includes(name)
    ) {
      throw new StatusError(
        403,
        'Forbidden',
        `namespaces "${name}" is forbidden: this namespace may not be deleted`,
        { name, kind: 'namespaces' },
      );
    }
    return dryRun ? object : this.remove(resource, object);
  }

  private remove(
    resource: ApiResource,
    object: KubernetesObject,
  ): KubernetesObject {
    if (object.metadata.finalizers?.length) {
      const terminating = {
        ...object,
        metadata: { ...object.metadata, deletionTimestamp: timestamp() },
      };
      return object.metadata.deletionTimestamp
        ? object
        : this.store.put(resource, terminating);
    }
    this.store.delete(resource, object);
    this.onChange(resource, object);
    return resource.kind === 'Namespace'
      ? {
          ...object,
          metadata: { ...object.metadata, deletionTimestamp: timestamp() },
          status: { phase: 'Terminating' },
        }
      : object;
  }

  private replace(
    path: ItemPath,
    previous: KubernetesObject,
    object: any,
    options: WriteOptions,
  ): KubernetesObject {
    const { resource, name, subresource } = path;
    const { metadata: old } = previous;
    const { resourceVersion = old.resourceVersion } = object.metadata;
    if (!/^\d+$/.test(resourceVersion)) {
      throw new StatusError(
        500,
        undefined,
        `strconv.ParseUint: parsing "${resourceVersion}": invalid syntax`,
      );
    }
    if (resourceVersion !== old.resourceVersion) {
      throw conflict(resource, name);
    }
    const next: KubernetesObject =
      subresource === 'status'
        ? { ...previous, status: object.status }
        : { ...object, metadata: { ...object.metadata } };
    if (subresource !== 'status' && resource.hasStatus) {
      setOrDelete(next, 'status', previous.status);
    }
    if (resource.kind === 'Namespace') {
      next.spec = previous.spec;
      next.metadata.labels = {
        ...next.metadata.labels,
        'kubernetes.io/metadata.name': name,
      };
    }
    next.metadata = {
      ...next.metadata,
      name,
      ...(old.namespace && { namespace: old.namespace }),
      uid: object.metadata.uid ?? old.uid,
      creationTimestamp: old.creationTimestamp,
      resourceVersion: old.resourceVersion,
    };
    setOrDelete(next.metadata, 'deletionTimestamp', old.deletionTimestamp);
    setOrDelete(next.metadata, 'generation', old.generation);
    if (resource.hasGeneration && !isSameContent(previous, next)) {
      next.metadata.generation = (old.generation ?? 0) + 1;
    }
    validateObject(resource, next, previous);
    return this.write(path, previous, next, options);
  }

  private write(
    path: ResourcePath,
    previous: KubernetesObject | undefined,
    object: KubernetesObject,
    options: WriteOptions,
  ): KubernetesObject {
    const { resource, subresource } = path;
    const managedFields = updateManagedFields(
      previous,
      object,
      {
        manager: options.fieldManager,
        apiVersion: groupVersionOf(resource),
        subresource,
        custom: resource.custom,
      },
      timestamp(),
    );
    const next = orderFields(object);
    setOrDelete(next.metadata, 'managedFields', managedFields);
    if (previous && isUnchanged(previous, next)) {
      return previous;
    }
    if (options.dryRun) {
      return next;
    }
    const { deletionTimestamp, finalizers } = next.metadata;
    if (previous && deletionTimestamp && !finalizers?.length) {
      this.store.delete(resource, previous);
      this.onChange(resource, next);
      return next;
    }
    const stored = this.store.put(resource, next);
    this.onChange(resource, stored);
    return stored;
  }

  private decodeBody(
    resource: ApiResource,
    body: Buffer,
    strict: boolean,
  ): any {
    const parsed = parseObjectBody(resource, body);
    try {
      return decodeObject(resource, parsed, strict);
    } catch (error) {
      throw error instanceof DecodeError
        ? cannotBeHandled(resource, error.message)
        : error;
    }
  }

  private checkNamespaceExists({ namespace }: ResourcePath): void {
    if (namespace && !this.store.get(namespaces, undefined, namespace)) {
      throw notFound(namespaces, namespace);
    }
  }
}

function randomSuffix(): string {
  const characters = 'bcdfghjklmnpqrstvwxz2456789';
  return [...randomBytes(5)]
    .map(byte => characters[byte % characters.length])
    .join('');
}
