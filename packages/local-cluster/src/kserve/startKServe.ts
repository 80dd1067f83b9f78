import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyPair } from '../certificates/createCertificateAuthority';
import { applyManifests } from '../client/applyManifests';
import { waitUntil } from '../client/waitUntil';
import { findFreePorts } from '../kubernetes/findFreePorts';
import { ServerProcess } from '../kubernetes/ServerProcess';
import { LocalCluster } from '../LocalCluster';
import { KServeManifests } from './readKServeManifests';

/** The control plane that KServe's controller is to work on. */
export interface KServeOptions {
  /** Path of the program: KServe's `cmd/manager`. */
  manager: string;
  /** KServe's objects; the definitions must be in the cluster already. */
  manifests: KServeManifests;
  /** As an admin. */
  request: LocalCluster['request'];
  /** For what the controller reads; is removed with the control plane. */
  directory: string;
  /** Path of an admin's kubeconfig. */
  kubeconfig: string;
  /** Base64 of the PEM of the CA of `servingCertificate`. */
  caData: string;
  /** What the webhooks show: for `127.0.0.1`. */
  servingCertificate: KeyPair;
  /** Starts a process that is stopped before those that were started before. */
  run(
    name: string,
    command: string,
    args: string[],
    env: Record<string, string>,
  ): Promise<ServerProcess>;
}

const namespace = 'kserve';

/**
 * Installs KServe's own objects and starts its controller, without Knative,
 * Istio and cert-manager. `scripts/build-tools.mjs` builds it with webhooks
 * that listen on loopback; a controller from elsewhere
 * (`MOORING_KSERVE_ASSETS`) has them on all interfaces, as KServe has no
 * setting for that. They want TLS, and change nothing themselves.
 *
 * Needs the controllers of kube-controller-manager.
 *
 * @throws Error when an object is refused, or when the controller is not ready
 *   within 60 seconds
 */
export async function startKServe(options: KServeOptions): Promise<void> {
  const { request, manifests, directory, caData } = options;
  const [webhookPort, probePort] = await findFreePorts(2);
  await applyManifests(request, [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    ...manifests.configuration,
  ]);

  const temporary = join(directory, 'kserve');
  await writeCertificate(temporary, options.servingCertificate);
  const manager = await options.run(
    'kserve-manager',
    options.manager,
    [
      '-metrics-addr=0',
      `-webhook-port=${webhookPort}`,
      `-health-probe-addr=127.0.0.1:${probePort}`,
    ],
    {
      KUBECONFIG: options.kubeconfig,
      POD_NAMESPACE: namespace,
      TMPDIR: temporary,
    },
  );
  await manager.waitUntilReady(
    async () => (await fetch(`http://127.0.0.1:${probePort}/readyz`)).ok,
  );

  const url = `https://127.0.0.1:${webhookPort}`;
  await applyManifests(
    request,
    manifests.webhooks.map(webhooks => onLoopback(webhooks, url, caData)),
  );
  await waitForWebhooks(request);
  await applyManifests(request, manifests.resources);
}

/** Where controller-runtime looks for it, which KServe does not change. */
async function writeCertificate(
  temporary: string,
  { certificate, privateKey }: KeyPair,
): Promise<void> {
  const directory = join(temporary, 'k8s-webhook-server', 'serving-certs');
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'tls.crt'), certificate);
  await writeFile(join(directory, 'tls.key'), privateKey, { mode: 0o600 });
}

/**
 * The API server takes up webhook configurations some moments after they were
 * stored: then defaults are filled in, and a name with a dot is refused.
 */
async function waitForWebhooks(
  request: LocalCluster['request'],
): Promise<void> {
  const dryRun = (name: string) =>
    request(
      'POST',
      `/apis/serving.kserve.io/v1beta1/namespaces/${namespace}/inferenceservices`,
      {
        query: { dryRun: 'All' },
        body: {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          metadata: { name },
          spec: {
            predictor: {
              model: {
                modelFormat: { name: 'sklearn' },
                storageUri: 's3://models/a',
              },
            },
          },
        },
      },
    );
  await waitUntil("KServe's webhooks fill in defaults", async () => {
    const { status, body } = await dryRun('probe');
    return status === 201 && body.spec.predictor.model.resources !== undefined;
  });
  await waitUntil(
    "KServe's webhooks refuse",
    async () => (await dryRun('not.valid')).status === 403,
  );
}

/** Has webhooks called directly, as there is no Service in front of them. */
function onLoopback(configuration: any, url: string, caBundle: string): any {
  return {
    ...configuration,
    webhooks: configuration.webhooks.map((webhook: any) => ({
      ...webhook,
      clientConfig: {
        url: url + webhook.clientConfig.service.path,
        caBundle,
      },
    })),
  };
}
