import { ApiRouter, RouterOptions } from './createRouter';

/** `/v1/clusters`: clusters and their projects. */
export function clusterRoutes(
  api: ApiRouter,
  { clusters, httpAuth }: RouterOptions,
): void {
  api.get('/v1/clusters', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(await clusters.list({ credentials }));
  });

  api.get('/v1/clusters/:cluster/namespaces', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(
      await clusters.listNamespaces(request.params, { credentials }),
    );
  });
}
