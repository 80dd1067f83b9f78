import {
  driftOfService,
  hasStaleS3Literals,
  InferenceService,
  modelLocationOf,
  modelUriProblem,
  ModelServiceDrift,
  ProgressPod,
  protocolOf,
  storageUriOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { ServiceConnection } from '../../codecs/model-service/decodeServiceConnection';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';

/** A pod of a service. Its variables may hold credentials as they are: they are compared and never shown. */
export interface ServicePod extends KubernetesObject {
  metadata: KubernetesObject['metadata'] & { deletionTimestamp?: string };
  spec?: {
    initContainers?: {
      name: string;
      env?: { name: string; value?: string }[];
    }[];
  };
  status?: ProgressPod['status'];
}

/** Whether a service has fallen behind its connection, by the values of the connection and the settings in its pods. */
export function readDrift(
  service: InferenceService,
  connection: ServiceConnection | undefined,
  pods: readonly ServicePod[],
): ModelServiceDrift | undefined {
  const location = modelLocationOf(service, connection?.known);
  if (!connection || location?.kind !== 'connection') {
    return undefined;
  }
  const { model, s3Literals } = connection;
  const protocol = protocolOf(model?.protocol);
  const expectedUri =
    protocol && protocol.pathProblem(location.path ?? '') === undefined
      ? protocol.modelUri(model!.values, location.path ?? '')
      : undefined;
  const isBound = location.serviceAccountName === undefined;
  return driftOfService({
    storageUri: storageUriOf(service),
    expectedUri:
      expectedUri !== undefined && modelUriProblem(expectedUri) === undefined
        ? expectedUri
        : undefined,
    base: connection.known.base,
    contentChangedAt: isBound ? connection.contentChangedAt : undefined,
    pods: pods.map(({ metadata, spec }) => {
      const downloader = spec?.initContainers?.find(
        ({ name }) => name === 'storage-initializer',
      );
      return {
        creationTimestamp: metadata.creationTimestamp,
        deletionTimestamp: metadata.deletionTimestamp,
        hasStaleSettings:
          isBound &&
          s3Literals !== undefined &&
          downloader !== undefined &&
          hasStaleS3Literals(downloader.env ?? [], s3Literals),
      };
    }),
  });
}
