import { type TestObject } from './cluster';

/** What KServe and we make for a model service that serves from a connection to S3. */
export function modelService(
  namespace: string,
  name: string,
  connection: string,
) {
  const account: TestObject = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: `${name}-model-source`,
      namespace,
      annotations: { 'mooring.dev/model-service': name },
    },
    secrets: [{ name: connection }],
  };
  const service: TestObject = {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: {
      name,
      namespace,
      annotations: {
        'aml-model-source-connection': connection,
        // The test itself plays KServe's part.
        'local-cluster/stand-in': 'off',
      },
    },
    spec: {
      predictor: {
        serviceAccountName: account.metadata.name,
        model: {
          modelFormat: { name: 'sklearn' },
          storageUri: 's3://models/llm/qwen',
        },
      },
    },
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  };
  /** A pod of the service; each one has a name of its own. */
  const pod = (suffix: string): TestObject => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-${suffix}`,
      namespace,
      labels: {
        'serving.kserve.io/inferenceservice': name,
        component: 'predictor',
      },
    },
    spec: { containers: [{ name: 'kserve-container', image: 'none' }] },
  });
  return { account, service, pod };
}
