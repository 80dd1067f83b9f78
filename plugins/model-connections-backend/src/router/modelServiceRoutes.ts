import { ModelServiceWrite } from '@mooring/backstage-plugin-model-connections-common';
import { addAuditMeta } from './auditDoor';
import { callerOf } from './callerOf';
import { ApiRouter, RouterOptions } from './createRouter';

/** What is audited of a service that is written. */
const auditMetaOf = ({ name, location }: ModelServiceWrite) => ({
  name,
  ...(location?.kind === 'connection' && { connection: location.connection }),
});

/** `…/model-services`: the model services of a project. */
export function modelServiceRoutes(
  api: ApiRouter,
  { modelServices, httpAuth }: RouterOptions,
): void {
  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const { limit, pageToken, view } = request.query;
      const page = limit === undefined ? undefined : Number(limit);
      response.json(
        await modelServices.list(
          { ...request.params, limit: page, pageToken, view },
          options,
        ),
      );
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const ref = { ...request.params, service: request.body };
      addAuditMeta(request, auditMetaOf(request.body));
      if (request.query.dryRun === 'All') {
        response.json(await modelServices.tryCreate(ref, options));
      } else {
        response.status(201).json(await modelServices.create(ref, options));
      }
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services/preview',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const ref = { ...request.params, service: request.body };
      response.json(await modelServices.preview(ref, options));
    },
  );

  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services/:name',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const ref = { ...request.params, kind: request.query.kind };
      response.json(await modelServices.get(ref, options));
    },
  );

  api.put(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services/:name',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const ref = { ...request.params, service: request.body };
      addAuditMeta(request, auditMetaOf(request.body));
      response.json(
        request.query.dryRun === 'All'
          ? await modelServices.tryReplace(ref, options)
          : await modelServices.replace(ref, options),
      );
    },
  );

  api.delete(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services/:name',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      await modelServices.delete(request.params, options);
      response.status(204).end();
    },
  );

  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services/:name/manifest',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const ref = { ...request.params, kind: request.query.kind };
      const manifest = await modelServices.manifest(ref, options);
      response.type('application/yaml').send(manifest);
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services/:name/apply',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(
        request.query.dryRun === 'All'
          ? await modelServices.tryApply(request.params, options)
          : await modelServices.apply(request.params, options),
      );
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services/:name/restart',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(await modelServices.restart(request.params, options));
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services/:name/stop',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(await modelServices.stop(request.params, options));
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/model-services/:name/start',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(await modelServices.start(request.params, options));
    },
  );
}
