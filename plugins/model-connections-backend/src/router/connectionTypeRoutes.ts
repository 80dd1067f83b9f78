import { ConnectionTypePatch } from '@mooring/backstage-plugin-model-connections-common';
import { addAuditMeta } from './auditDoor';
import { callerOf } from './callerOf';
import { ApiRouter, RouterOptions } from './createRouter';

/** `…/connection-types`: the types of a cluster. */
export function connectionTypeRoutes(
  api: ApiRouter,
  { connectionTypes, httpAuth }: RouterOptions,
): void {
  api.get(
    '/v1/clusters/:cluster/connection-types',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(await connectionTypes.list(request.params, options));
    },
  );

  api.post(
    '/v1/clusters/:cluster/connection-types',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const type = await connectionTypes.create(
        { ...request.params, type: request.body },
        options,
      );
      addAuditMeta(request, { name: type.name });
      response.status(201).json(type);
    },
  );

  api.post(
    '/v1/clusters/:cluster/connection-types/install',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const result = await connectionTypes.install(request.params, options);
      addAuditMeta(request, { created: result.created });
      response.json(result);
    },
  );

  api.get(
    '/v1/clusters/:cluster/connection-types/:name',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(await connectionTypes.get(request.params, options));
    },
  );

  api.put(
    '/v1/clusters/:cluster/connection-types/:name',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(
        await connectionTypes.replace(
          { ...request.params, type: request.body },
          options,
        ),
      );
    },
  );

  api.patch(
    '/v1/clusters/:cluster/connection-types/:name',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const { enabled }: ConnectionTypePatch = request.body;
      addAuditMeta(request, { enabled });
      response.json(
        await connectionTypes.enable({ ...request.params, enabled }, options),
      );
    },
  );

  api.delete(
    '/v1/clusters/:cluster/connection-types/:name',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      await connectionTypes.delete(request.params, options);
      response.status(204).end();
    },
  );
}
