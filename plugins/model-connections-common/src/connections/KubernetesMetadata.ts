/**
 * The parts of a Kubernetes object's metadata that the rules read.
 *
 * @public
 */
export interface KubernetesMetadata {
  name: string;
  namespace?: string;
  resourceVersion?: string;
  /** ISO 8601. */
  creationTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: {
    apiVersion?: string;
    kind: string;
    name: string;
    uid?: string;
    controller?: boolean;
  }[];
  managedFields?: {
    manager?: string;
    /** Such as `status`, where not the object itself was written. */
    subresource?: string;
    /** ISO 8601; server-side apply of equal values leaves an entry without it. */
    time?: string;
    fieldsV1?: Record<string, unknown>;
  }[];
}
