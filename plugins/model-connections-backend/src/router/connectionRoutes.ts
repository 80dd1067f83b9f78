import { addAuditMeta } from './auditDoor';
import { ApiRouter, RouterOptions } from './createRouter';

/** `…/connections`: the connections of a project. */
export function connectionRoutes(
  api: ApiRouter,
  { connections, httpAuth }: RouterOptions,
): void {
  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/connections',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { limit, pageToken } = request.query;
      response.json(
        await connections.list(
          {
            ...request.params,
            limit: limit === undefined ? undefined : Number(limit),
            pageToken,
          },
          { credentials },
        ),
      );
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/connections',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const dryRun = request.query.dryRun === 'All';
      const created = await connections.create(
        { ...request.params, connection: request.body, dryRun },
        { credentials },
      );
      addAuditMeta(request, {
        name: created.name,
        typeName: created.typeName,
      });
      response.status(dryRun ? 200 : 201).json(created);
    },
  );

  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/:name',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      response.json(await connections.get(request.params, { credentials }));
    },
  );

  api.delete(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/:name',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      await connections.delete(request.params, { credentials });
      response.status(204).end();
    },
  );
}
