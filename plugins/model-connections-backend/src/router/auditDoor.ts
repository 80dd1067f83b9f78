import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { ErrorRequestHandler, RequestHandler } from 'express';
import { valueFreeError } from '../errors/valueFreeError';

const CLUSTER = '/v1/clusters/([^/]+)';
const CONNECTIONS = `${CLUSTER}/namespaces/([^/]+)/connections`;

/** Every route that writes, and its event. Reads are not audited. */
const AUDITED: { method: string; path: RegExp; eventId: string }[] = [
  {
    method: 'POST',
    path: new RegExp(`^${CLUSTER}/connection-types/install/?$`),
    eventId: 'connection-type-install',
  },
  {
    method: 'POST',
    path: new RegExp(`^${CONNECTIONS}/?$`),
    eventId: 'connection-create',
  },
  {
    method: 'DELETE',
    path: new RegExp(`^${CONNECTIONS}/([^/]+)/?$`),
    eventId: 'connection-delete',
  },
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
      const route = AUDITED.find(
        ({ method, path }) =>
          method === request.method && path.test(request.path),
      );
      if (route) {
        const [, cluster, namespace, name] = route.path.exec(request.path)!;
        const event = await auditor.createEvent({
          eventId: route.eventId,
          request,
          severityLevel: 'medium',
          meta: {
            cluster,
            ...(namespace ? { namespace } : {}),
            ...(name ? { name } : {}),
            ...(request.query.dryRun === 'All' ? { dryRun: true } : {}),
          },
        });
        events.set(request, event);
        response.on('finish', () => {
          if (response.statusCode < 400) {
            void event.success({ meta: facts.get(request) });
          }
        });
      }
      next();
    },
    async fail(error, request, _response, next) {
      await events.get(request)?.fail({ error: valueFreeError(error) });
      next(error);
    },
  };
}
