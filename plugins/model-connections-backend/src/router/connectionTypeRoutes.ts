import { addAuditMeta } from './auditDoor';
import { ApiRouter, RouterOptions } from './createRouter';

/** `…/connection-types`: the types of a cluster. */
export function connectionTypeRoutes(
  api: ApiRouter,
  { connectionTypes, httpAuth }: RouterOptions,
): void {
  api.get(
    '/v1/clusters/:cluster/connection-types',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      response.json(
        await connectionTypes.list(request.params, { credentials }),
      );
    },
  );

  api.post(
    '/v1/clusters/:cluster/connection-types/install',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const result = await connectionTypes.install(request.params, {
        credentials,
      });
      addAuditMeta(request, { created: result.created });
      response.json(result);
    },
  );

  api.get(
    '/v1/clusters/:cluster/connection-types/:name',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      response.json(await connectionTypes.get(request.params, { credentials }));
    },
  );
}
