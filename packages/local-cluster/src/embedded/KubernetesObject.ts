/** A reference of one object to an owner of it. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
}

/** Who last wrote which fields; names of fields only, never values. */
export interface ManagedFieldsEntry {
  manager?: string;
  operation?: string;
  apiVersion?: string;
  time?: string;
  fieldsType?: string;
  fieldsV1?: FieldsTree;
  subresource?: string;
}

/** Kubernetes' `FieldsV1`: keys like `f:data`, `k:{"uid":"…"}` and `.`. */
export interface FieldsTree {
  [element: string]: FieldsTree;
}

/** The part of `metadata` that the embedded server looks at. */
export interface ObjectMetadata {
  name: string;
  generateName?: string;
  namespace?: string;
  uid: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  finalizers?: string[];
  managedFields?: ManagedFieldsEntry[];
}

/**
 * A stored object. Treated as immutable: every write stores a new one, so
 * that a list may go on from an older state.
 */
export interface KubernetesObject {
  kind: string;
  apiVersion: string;
  metadata: ObjectMetadata;
  [field: string]: any;
}
