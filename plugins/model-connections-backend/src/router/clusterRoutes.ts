import { callerOf } from './callerOf';
import { ApiRouter, RouterOptions } from './createRouter';

/** `/v1/clusters`: clusters and their projects. */
export function clusterRoutes(
  api: ApiRouter,
  { clusters, httpAuth }: RouterOptions,
): void {
  api.get('/v1/clusters', async (request, response) => {
    const options = await callerOf(request, httpAuth);
    response.json(await clusters.list(options));
  });

  api.get('/v1/clusters/:cluster/namespaces', async (request, response) => {
    const options = await callerOf(request, httpAuth);
    response.json(await clusters.listNamespaces(request.params, options));
  });
}
