import { once } from 'node:events';
import { createServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { LocalCluster } from '@mooring/local-cluster';

/** What an API server asks a webhook. */
export interface AdmissionRequest {
  uid: string;
  operation: 'CREATE' | 'UPDATE';
  object: any;
  oldObject?: any;
}

/**
 * Has a real API server ask this process about the InferenceServices of a project before they are stored.
 *
 * @param mutate - changes `object` of the request
 * @returns what stops it
 */
export async function startTestWebhook(
  cluster: LocalCluster,
  project: string,
  name: string,
  mutate: (request: AdmissionRequest) => Promise<void>,
): Promise<() => Promise<void>> {
  const { certificate, privateKey } = cluster.servingCertificate;
  const server = createServer(
    { cert: certificate, key: privateKey },
    async (incoming, response) => {
      let text = '';
      for await (const chunk of incoming) text += chunk;
      const { request, ...review } = JSON.parse(text);
      await mutate(request);
      const patch = ['metadata', 'spec'].map(field => ({
        op: 'replace',
        path: `/${field}`,
        value: request.object[field],
      }));
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          ...review,
          response: {
            uid: request.uid,
            allowed: true,
            patchType: 'JSONPatch',
            patch: Buffer.from(JSON.stringify(patch)).toString('base64'),
          },
        }),
      );
    },
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const path =
    '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations';
  await cluster.apply([
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingWebhookConfiguration',
      metadata: { name: project },
      webhooks: [
        {
          name,
          admissionReviewVersions: ['v1'],
          sideEffects: 'None',
          failurePolicy: 'Fail',
          clientConfig: {
            url: `https://127.0.0.1:${port}/`,
            caBundle: cluster.caData,
          },
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': project },
          },
          rules: [
            {
              apiGroups: ['serving.kserve.io'],
              apiVersions: ['v1beta1'],
              resources: ['inferenceservices'],
              operations: ['CREATE', 'UPDATE'],
            },
          ],
        },
      ],
    },
  ]);
  return async () => {
    await cluster.request('DELETE', `${path}/${project}`);
    server.close();
    server.closeAllConnections();
  };
}
