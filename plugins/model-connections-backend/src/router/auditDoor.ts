import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { ErrorRequestHandler, RequestHandler } from 'express';
import { valueFreeError } from '../errors/valueFreeError';

const TYPES = '/v1/clusters/(?<cluster>[^/]+)/connection-types';
const CONNECTIONS =
  '/v1/clusters/(?<cluster>[^/]+)/namespaces/(?<namespace>[^/]+)/connections';
const SERVICES =
  '/v1/clusters/(?<cluster>[^/]+)/namespaces/(?<namespace>[^/]+)/model-services';
const SERVICE = `${SERVICES}/(?<name>[^/]+)`;

const route = (method: string, path: string, eventId: string) => ({
  method,
  // Express finds routes whatever the case of their letters.
  path: new RegExp(`^${path}/?$`, 'i'),
  eventId,
});

/** Every route that writes, and its event. Reads are not audited. */
const AUDITED = [
  route('POST', TYPES, 'connection-type-create'),
  route('POST', `${TYPES}/install`, 'connection-type-install'),
  route('PUT', `${TYPES}/(?<name>[^/]+)`, 'connection-type-update'),
  route('PATCH', `${TYPES}/(?<name>[^/]+)`, 'connection-type-update'),
  route('DELETE', `${TYPES}/(?<name>[^/]+)`, 'connection-type-delete'),
  route('POST', CONNECTIONS, 'connection-create'),
  route('POST', `${CONNECTIONS}/adopt`, 'connection-adopt'),
  route('POST', `${CONNECTIONS}/(?<name>[^/]+)/copy`, 'connection-copy'),
  route(
    'POST',
    `${CONNECTIONS}/(?<name>[^/]+)/apply-to-dependents`,
    'connection-apply',
  ),
  route('PATCH', `${CONNECTIONS}/(?<name>[^/]+)`, 'connection-update'),
  route('DELETE', `${CONNECTIONS}/(?<name>[^/]+)`, 'connection-delete'),
  route('POST', SERVICES, 'model-service-create'),
  route('PUT', SERVICE, 'model-service-update'),
  route('POST', `${SERVICE}/apply`, 'model-service-update'),
  route('DELETE', SERVICE, 'model-service-delete'),
  route('POST', `${SERVICE}/restart`, 'model-service-restart'),
  route('POST', `${SERVICE}/stop`, 'model-service-stop'),
  route('POST', `${SERVICE}/start`, 'model-service-start'),
];

const facts = new WeakMap<object, JsonObject>();

/** Adds to the event of a request what only its handler knows. Never a value. */
export function addAuditMeta(request: object, meta: JsonObject): void {
  facts.set(request, meta);
}

/**
 * Audits at the door, before the body is read, so that what is refused on the way in is seen too. The event holds the
 * cluster, project and name from the path, never anything of the body; of an error its name and message.
 */
export function auditDoor(auditor: AuditorService): {
  open: RequestHandler;
  fail: ErrorRequestHandler;
} {
  const events = new WeakMap<object, AuditorServiceEvent>();
  return {
    async open(request, response, next) {
      const audited = AUDITED.find(
        ({ method, path }) =>
          method === request.method && path.test(request.path),
      );
      if (audited) {
        const event = await auditor.createEvent({
          eventId: audited.eventId,
          request,
          severityLevel: 'medium',
          meta: {
            ...audited.path.exec(request.path)?.groups,
            ...(request.query.dryRun === 'All' ? { dryRun: true } : {}),
          },
        });
        events.set(request, event);
        // Not the event "finish": it never comes where the client has gone meanwhile, and the write is done.
        const end = response.end.bind(response) as (
          ...args: unknown[]
        ) => typeof response;
        let recorded = false;
        response.end = (...args: unknown[]) => {
          if (!recorded && response.statusCode < 400) {
            void event.success({ meta: facts.get(request) });
          }
          recorded = true;
          return end(...args);
        };
      }
      next();
    },
    async fail(error, request, _response, next) {
      await events.get(request)?.fail({ error: valueFreeError(error) });
      next(error);
    },
  };
}
