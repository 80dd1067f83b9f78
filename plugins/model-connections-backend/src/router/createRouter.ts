import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { createOpenApiRouter } from '../schema/openapi';
import { ClustersService } from '../services/clusters/ClustersService';
import { ConnectionsService } from '../services/connections/ConnectionsService';
import { ConnectionTypesService } from '../services/connection-types/ConnectionTypesService';
import { DependentsService } from '../services/dependents/DependentsService';
import { ModelServingService } from '../services/model-services/ModelServingService';
import { ServiceOptions } from '../services/ServiceOptions';
import { auditDoor } from './auditDoor';
import { clusterRoutes } from './clusterRoutes';
import { connectionRoutes } from './connectionRoutes';
import { connectionTypeRoutes } from './connectionTypeRoutes';
import { dependentRoutes } from './dependentRoutes';
import { jsonBody } from './jsonBody';
import { modelServiceRoutes } from './modelServiceRoutes';
import { servingChoiceRoutes } from './servingChoiceRoutes';
import { validateRequest } from './validateRequest';

/** What the routes need; the services are the authorized ones. */
export interface RouterOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  clusters: ClustersService;
  connectionTypes: ConnectionTypesService;
  connections: ConnectionsService;
  dependents: DependentsService<ServiceOptions>;
  modelServices: ModelServingService<ServiceOptions>;
  /** Largest request body, in bytes. */
  bodyBytes: number;
}

/** The generated router, with its types, as the route files see it. */
export type ApiRouter = Awaited<ReturnType<typeof createOpenApiRouter>>;

/**
 * The REST API: audit, then our own parser and validator (the generated router's would quote bodies and lose fields),
 * then the typed routes.
 */
export async function createRouter(
  options: RouterOptions,
): Promise<express.Router> {
  const audit = auditDoor(options.auditor);
  const api = await createOpenApiRouter({
    // Ours stand in front; an empty list would bring the router's own parser back, or throw.
    middleware: [(_request, _response, next) => next()],
    validatorOptions: { validateRequests: false },
  });
  clusterRoutes(api, options);
  connectionTypeRoutes(api, options);
  connectionRoutes(api, options);
  dependentRoutes(api, options);
  modelServiceRoutes(api, options);
  servingChoiceRoutes(api, options);

  const router = Router();
  router.use(audit.open);
  router.use(...jsonBody(options.bodyBytes));
  router.use(...validateRequest());
  router.use(api as unknown as express.Router);
  router.use(audit.fail);
  return router;
}
