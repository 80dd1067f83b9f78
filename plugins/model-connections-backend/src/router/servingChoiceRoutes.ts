import { callerOf } from './callerOf';
import { ApiRouter, RouterOptions } from './createRouter';

/** What a form for model services offers. */
export function servingChoiceRoutes(
  api: ApiRouter,
  { modelServices, httpAuth }: RouterOptions,
): void {
  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/serving-runtimes',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(await modelServices.runtimes(request.params, options));
    },
  );

  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/persistent-volume-claims',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(await modelServices.volumeClaims(request.params, options));
    },
  );

  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/service-accounts',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(
        await modelServices.serviceAccounts(request.params, options),
      );
    },
  );
}
