import { KubernetesMetadata } from '../connections/KubernetesMetadata';
import { DependentVia } from '../schema/openapi';
import { driftOfService } from './driftOfService';
import { InferenceService } from './InferenceService';
import {
  LocatingConnection,
  locationOfConnection,
} from './locationOfConnection';
import { ModelServiceDrift } from './ModelService';
import { hasOldLiterals, Pod } from './podLiterals';

/**
 * Whether a service has fallen behind a connection that it depends on. From metadata alone (`base`, times) it may miss what
 * the values and the pods themselves tell. A service that merely carries the connection's annotation gets nothing from
 * its Secret: where its location can be judged, nothing else of it can be behind.
 *
 * @param connection - with `metadata` and `values`, the settings in the pods are compared too
 * @param pods - those of the service
 * @param s3Defaults - KServe's own settings, where they are known
 * @public
 */
export function driftFromConnection(
  service: InferenceService,
  via: DependentVia,
  connection: LocatingConnection & {
    contentChangedAt: string;
    metadata?: KubernetesMetadata;
  },
  pods: readonly Pod[],
  s3Defaults?: Readonly<Record<string, string>>,
): ModelServiceDrift | undefined {
  const { base, contentChangedAt, metadata, values } = connection;
  const location = locationOfConnection(service, connection);
  const isJudged = location && (location.expected ?? base) !== undefined;
  return driftOfService({
    storageUri: location?.present,
    expectedUri: location?.expected,
    base,
    contentChangedAt:
      via === 'annotation' && isJudged ? undefined : contentChangedAt,
    pods: pods.map(pod => ({
      ...pod.metadata,
      hasStaleSettings:
        metadata !== undefined &&
        values !== undefined &&
        hasOldLiterals(pod, { metadata, values }, s3Defaults),
    })),
  });
}
