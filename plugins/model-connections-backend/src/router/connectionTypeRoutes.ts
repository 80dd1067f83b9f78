import { ConnectionTypePatch } from '@mooring/backstage-plugin-model-connections-common';
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
    '/v1/clusters/:cluster/connection-types',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const type = await connectionTypes.create(
        { ...request.params, type: request.body },
        { credentials },
      );
      addAuditMeta(request, { name: type.name });
      response.status(201).json(type);
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

  api.put(
    '/v1/clusters/:cluster/connection-types/:name',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      response.json(
        await connectionTypes.replace(
          { ...request.params, type: request.body },
          { credentials },
        ),
      );
    },
  );

  api.patch(
    '/v1/clusters/:cluster/connection-types/:name',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { enabled }: ConnectionTypePatch = request.body;
      addAuditMeta(request, { enabled });
      response.json(
        await connectionTypes.enable(
          { ...request.params, enabled },
          { credentials },
        ),
      );
    },
  );

  api.delete(
    '/v1/clusters/:cluster/connection-types/:name',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      await connectionTypes.delete(request.params, { credentials });
      response.status(204).end();
    },
  );
}
