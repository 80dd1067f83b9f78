import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** KServe's objects, by the order in which they have to be created. */
export interface KServeManifests {
  /** The kinds of `serving.kserve.io`. */
  definitions: any[];
  /** Where KServe's controller reads its settings. */
  configuration: any[];
  /** How the API server asks the controller, through a Service. */
  webhooks: any[];
  /** The default storage initializer, and the runtimes for all projects. */
  resources: any[];
}

/** Of webhooks: those that `cmd/manager` answers, by the start of their name. */
const answered =
  /^(inferenceservice|(cluster)?servingruntime|trainedmodel|inferencegraph)\./;

/**
 * Takes from KServe's own manifests what works without nodes and without
 * Knative, Istio and cert-manager, and changes it to that end:
 *
 * - deployments are plain ones ("Standard"), without an Ingress;
 * - LLMInferenceServices are stored as they come, unchecked. The program that
 *   would convert them, and act on them, is another one and does not run; and
 *   checking them costs the API server 600 MB and 20 seconds.
 *
 * Accounts, roles and workloads are left out: the controller runs as a process
 * with an admin's token.
 *
 * @param files - paths of `kserve.yaml` and `kserve-cluster-resources.yaml`
 */
export async function readKServeManifests(
  files: string[],
): Promise<KServeManifests> {
  const manifests: KServeManifests = {
    definitions: [],
    configuration: [],
    webhooks: [],
    resources: [],
  };
  for (const file of files) {
    const documents = (await readFile(file, 'utf8')).split(/^---\n/m);
    documents.forEach(text => addDocument(manifests, text));
  }
  return manifests;
}

/** Parses only what is wanted: all of it takes seconds. */
function addDocument(manifests: KServeManifests, text: string): void {
  const kind = /^kind: (\S+)/m.exec(text)?.[1] ?? '';
  const name = /^ {2}name: (\S+)/m.exec(text)?.[1] ?? '';
  if (kind === 'CustomResourceDefinition') {
    if (name.endsWith('.serving.kserve.io')) {
      manifests.definitions.push(
        name.startsWith('llm') ? withoutSchema(parse(text)) : parse(text),
      );
    }
  } else if (kind === 'ConfigMap' && name === 'inferenceservice-config') {
    manifests.configuration.push(withoutIngress(parse(text)));
  } else if (/WebhookConfiguration$/.test(kind) && answered.test(name)) {
    manifests.webhooks.push(parse(text));
  } else if (/^Cluster(StorageContainer|ServingRuntime)$/.test(kind)) {
    manifests.resources.push(parse(text));
  }
}

function withoutSchema(definition: any): any {
  const { conversion, versions, ...spec } = definition.spec;
  const openAPIV3Schema = {
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
  };
  return {
    ...definition,
    spec: {
      ...spec,
      versions: versions.map((version: any) => ({
        ...version,
        schema: { openAPIV3Schema },
      })),
    },
  };
}

function withoutIngress(configMap: any): any {
  const { _example, ...data } = configMap.data;
  const change = (key: string, values: object) =>
    JSON.stringify({ ...JSON.parse(data[key]), ...values });
  return {
    ...configMap,
    data: {
      ...data,
      deploy: change('deploy', { defaultDeploymentMode: 'RawDeployment' }),
      ingress: change('ingress', {
        disableIngressCreation: true,
        disableIstioVirtualHost: true,
      }),
    },
  };
}
