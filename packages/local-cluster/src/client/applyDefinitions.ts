import { LocalCluster } from '../LocalCluster';
import { applyManifests } from './applyManifests';
import { waitUntil } from './waitUntil';

type Request = LocalCluster['request'];

/**
 * Creates CustomResourceDefinitions and returns when their objects can be
 * listed and every client finds the kinds, which takes the API server some
 * moments: it tells them in several documents, and not all at once.
 *
 * @throws Error as of {@link applyManifests}, or when it takes too long
 */
export async function applyDefinitions(
  request: Request,
  definitions: any[],
): Promise<void> {
  await applyManifests(request, definitions);
  for (const { group, version, plural } of servedResources(definitions)) {
    const prefix = `/apis/${group}/${version}`;
    await waitUntil(`${prefix}/${plural} can be used`, async () => {
      const [objects, resources, groups] = await Promise.all([
        request('GET', `${prefix}/${plural}`, { query: { limit: 1 } }),
        request('GET', prefix),
        request('GET', '/apis', {
          accept:
            'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
        }),
      ]);
      return (
        objects.status === 200 &&
        resources.body.resources?.some(({ name }: any) => name === plural) &&
        groups.body.items
          .find(({ metadata }: any) => metadata.name === group)
          ?.versions.find((candidate: any) => candidate.version === version)
          ?.resources.some(({ resource }: any) => resource === plural)
      );
    });
  }
}

function servedResources(definitions: any[]) {
  return definitions.flatMap(({ spec }) =>
    spec.versions
      .filter((version: any) => version.served)
      .map((version: any) => ({
        group: spec.group as string,
        version: version.name as string,
        plural: spec.names.plural as string,
      })),
  );
}
