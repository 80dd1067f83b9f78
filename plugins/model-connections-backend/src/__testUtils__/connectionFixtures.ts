import { randomUUID } from 'node:crypto';
import { LocalCluster } from '@mooring/local-cluster';

/** A project of the test's own, so that suites can share a cluster. */
export async function createProject(cluster: LocalCluster): Promise<string> {
  const name = `test-${randomUUID().slice(0, 8)}`;
  await cluster.apply([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
  ]);
  return name;
}

/** A text that stands nowhere else, to be searched for afterwards. */
export const plant = (what: string) =>
  `planted-${what}-${randomUUID().slice(0, 12)}`;

/** The connection of the design's example, with a secret of the caller's. */
export const minioModels = (secret: string) => ({
  name: 'minio-models',
  displayName: 'MinIO models',
  typeName: 'ct-s3-storage',
  values: {
    AWS_S3_ENDPOINT: 'http://minio.minio.svc:9000',
    AWS_ACCESS_KEY_ID: 'mooring-ro',
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_S3_BUCKET: 'models',
  },
});
