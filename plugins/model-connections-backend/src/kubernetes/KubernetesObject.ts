import { KubernetesMetadata } from '@mooring/backstage-plugin-model-connections-common';

/** What every Kubernetes object has. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata: KubernetesMetadata & { uid?: string };
}

/** A page of objects. */
export interface KubernetesList<T extends KubernetesObject> {
  metadata?: { continue?: string; resourceVersion?: string };
  items: T[];
}

/** A Secret as the API server gives it: `data` is base64. */
export interface Secret extends KubernetesObject {
  type?: string;
  immutable?: boolean;
  data?: Record<string, string>;
  stringData?: Record<string, string>;
}

/** A ConfigMap. */
export interface ConfigMap extends KubernetesObject {
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
}
