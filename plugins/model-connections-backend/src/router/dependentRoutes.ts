import {
  AppliedDependent,
  ApplyToDependents,
} from '@mooring/backstage-plugin-model-connections-common';
import { addAuditMeta } from './auditDoor';
import { callerOf } from './callerOf';
import { ApiRouter, RouterOptions } from './createRouter';

/** Who uses connections, and applying one to them. */
export function dependentRoutes(
  api: ApiRouter,
  { dependents, httpAuth }: RouterOptions,
): void {
  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/dependents',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(await dependents.listUses(request.params, options));
    },
  );

  api.get(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/:name/dependents',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      response.json(await dependents.list(request.params, options));
    },
  );

  api.post(
    '/v1/clusters/:cluster/namespaces/:namespace/connections/:name/apply-to-dependents',
    async (request, response) => {
      const options = await callerOf(request, httpAuth);
      const body: ApplyToDependents = request.body;
      const result = await dependents.apply(
        { ...request.params, dependents: body.dependents },
        options,
      );
      const named = (applied: AppliedDependent['applied']) =>
        result.items
          .filter(item => item.applied === applied)
          .map(({ name }) => name);
      addAuditMeta(request, {
        restarted: named('restarted'),
        redeployed: named('redeployed'),
        skipped: named('skipped'),
        failed: named('failed'),
      });
      response.json(result);
    },
  );
}
