/** The cluster that an entity runs in, by its name in the Kubernetes plugin. */
export const CLUSTER_ANNOTATION = 'backstage.io/kubernetes-cluster';
/** The project (Kubernetes namespace) that an entity runs in. */
export const NAMESPACE_ANNOTATION = 'backstage.io/kubernetes-namespace';
