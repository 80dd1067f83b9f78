import { parseAllDocuments } from 'yaml';
import { LocalCluster } from '../LocalCluster';
import { waitUntil } from './waitUntil';

interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name?: string; namespace?: string };
}

type Request = LocalCluster['request'];

/**
 * Creates objects in the order given and leaves alone those that exist.
 *
 * @param manifests - objects, or YAML text with any number of documents
 * @throws Error when the cluster does not know a kind, or refuses an object
 */
export async function applyManifests(
  request: Request,
  manifests: object[] | string,
): Promise<void> {
  const paths = new Map<string, Promise<ResourcePath>>();
  for (const manifest of parseManifests(manifests)) {
    const key = `${manifest.apiVersion}/${manifest.kind}`;
    if (!paths.has(key)) {
      paths.set(key, findResourcePath(request, manifest));
    }
    await createOne(request, await paths.get(key)!, manifest);
  }
}

interface ResourcePath {
  prefix: string;
  plural: string;
  namespaced: boolean;
}

function parseManifests(manifests: object[] | string): Manifest[] {
  const objects =
    typeof manifests === 'string'
      ? parseAllDocuments(manifests).map(document => {
          if (document.errors.length > 0) {
            throw document.errors[0];
          }
          return document.toJS();
        })
      : manifests;
  return objects
    .filter(Boolean)
    .flatMap(object => (object.kind === 'List' ? object.items : [object]));
}

async function findResourcePath(
  request: Request,
  manifest: Manifest,
): Promise<ResourcePath> {
  const { apiVersion, kind } = manifest;
  const prefix = apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
  const { status, body } = await request('GET', prefix);
  const resource =
    status === 200 &&
    body.resources.find(
      (candidate: { kind: string; name: string }) =>
        candidate.kind === kind && !candidate.name.includes('/'),
    );
  if (!resource) {
    throw new Error(`The cluster does not know ${apiVersion} ${kind}`);
  }
  return {
    prefix,
    plural: resource.name,
    namespaced: resource.namespaced,
  };
}

async function createOne(
  request: Request,
  { prefix, plural, namespaced }: ResourcePath,
  manifest: Manifest,
): Promise<void> {
  const namespace = manifest.metadata.namespace ?? 'default';
  const scope = namespaced ? `/namespaces/${namespace}` : '';
  const { status, body } = await request(
    'POST',
    `${prefix}${scope}/${plural}`,
    {
      body: manifest,
    },
  );
  const alreadyExists = status === 409 && body.reason === 'AlreadyExists';
  if (status !== 201 && !alreadyExists) {
    throw new Error(
      `Could not create ${manifest.kind} ${manifest.metadata.name}: ` +
        `${status} ${body?.message ?? body}`,
    );
  }
  if (manifest.kind === 'Namespace') {
    await waitForNamespace(request, manifest.metadata.name!);
  }
}

/**
 * Pods are refused in a namespace until its default ServiceAccount is there,
 * and a controller makes that one some moments later.
 */
async function waitForNamespace(request: Request, name: string): Promise<void> {
  await waitUntil(`namespace ${name} can be used`, async () => {
    const { status } = await request(
      'GET',
      `/api/v1/namespaces/${name}/serviceaccounts/default`,
    );
    return status === 200;
  });
}
