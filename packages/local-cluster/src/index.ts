/**
 * A Kubernetes API on this machine, for trying out and for tests.
 *
 * @packageDocumentation
 */
export * from './connectLocalCluster';
export * from './kubernetes/findKubernetesBinaries';
export * from './kserve/Kubelet';
export * from './kserve/predictorRevision';
export * from './LocalCluster';
export * from './startLocalCluster';
export * from './startRecordingProxy';
export * from './testCluster';
export * from './toBackstageConfig';
export { waitUntil } from './client/waitUntil';
export { findFreePorts } from './kubernetes/findFreePorts';
