import { JsonObject } from '@backstage/types';
import {
  ConnectionPatch,
  S3SettingsWrite,
} from '@mooring/backstage-plugin-model-connections-common';
import { addAuditMeta } from './auditDoor';
import { callerOf } from './callerOf';
import { ApiRouter, RouterOptions } from './createRouter';

/** `…/connections`: the connections of a project. */
export function connectionRoutes(
  api: ApiRouter,
  { connections, httpAuth }: RouterOptions,
): void {
  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/connections',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const { limit, pageToken } = request.query;
      response.json(
        await connections.list(
          {
            ...request.params,
            limit: limit === undefined ? undefined : Number(limit),
            pageToken,
          },
          options,
        ),
      );
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/connections',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const dryRun = request.query.dryRun === 'All';
      const created = await connections.create(
        { ...request.params, connection: request.body, dryRun },
        options,
      );
      addAuditMeta(request, {
        name: created.name,
        typeName: created.typeName,
        s3: s3Keys(request.body),
      });
      response.status(dryRun ? 200 : 201).json(created);
    },
  );

  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/:name',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(await connections.get(request.params, options));
    },
  );

  api.patch(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/:name',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const patch: ConnectionPatch = request.body;
      addAuditMeta(request, changedFields(patch));
      response.json(
        await connections.patch({ ...request.params, patch }, options),
      );
    },
  );

  api.delete(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/:name',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const { cleanUp } = request.query;
      const { warnings } = await connections.delete(
        { ...request.params, cleanUp },
        options,
      );
      if (warnings.length > 0) response.json({ warnings });
      else response.status(204).end();
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/adopt',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const adopted = await connections.adopt(
        { ...request.params, adopt: request.body },
        options,
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
      const options = await callerOf(request, httpAuth);
      const copy = await connections.copy(
        { ...request.params, copy: request.body },
        options,
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
      const options = await callerOf(request, httpAuth);
      const manifest = await connections.manifest(request.params, options);
      response.type('application/yaml').send(manifest);
    },
  );
}

/** Names of settings, never what they are set to. */
function s3Keys({ s3 = {} }: { s3?: S3SettingsWrite }): string[] {
  return Object.keys(s3).map(key => `s3.${key}`);
}

/** What a patch is about, for the audit event: names of values and settings only. */
function changedFields(patch: ConnectionPatch): JsonObject {
  return {
    changed: [
      ...Object.keys(patch.values ?? {}),
      ...s3Keys(patch),
      ...(['displayName', 'description'] as const).filter(
        key => patch[key] !== undefined,
      ),
    ],
    removed: patch.remove ?? [],
  };
}
