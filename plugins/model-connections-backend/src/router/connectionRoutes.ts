import { JsonObject } from '@backstage/types';
import { ConnectionPatch } from '@mooring/backstage-plugin-model-connections-common';
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

  api.patch(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/:name',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const patch: ConnectionPatch = request.body;
      addAuditMeta(request, changedFields(patch));
      response.json(
        await connections.patch({ ...request.params, patch }, { credentials }),
      );
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

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/adopt',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const adopted = await connections.adopt(
        { ...request.params, adopt: request.body },
        { credentials },
      );
      addAuditMeta(request, {
        name: adopted.name,
        typeName: adopted.typeName,
      });
      response.json(adopted);
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/:name/copy',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const copy = await connections.copy(
        { ...request.params, copy: request.body },
        { credentials },
      );
      addAuditMeta(request, {
        targetNamespace: copy.namespace,
        targetName: copy.name,
      });
      response.status(201).json(copy);
    },
  );

  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/:name/manifest',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const manifest = await connections.manifest(request.params, {
        credentials,
      });
      response.type('application/yaml').send(manifest);
    },
  );
}

/** What a patch is about, for the audit event: names of values only. */
function changedFields(patch: ConnectionPatch): JsonObject {
  return {
    changed: Object.keys(patch.values ?? {}),
    removed: patch.remove ?? [],
  };
}
