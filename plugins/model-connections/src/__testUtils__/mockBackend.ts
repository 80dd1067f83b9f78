import {
  Cluster,
  Connection,
  CLUSTER_SIGN_IN_ERROR,
  ConnectionSummary,
  ConnectionType,
  ConnectionUse,
  Dependent,
  ModelService,
  NamespaceList,
  ServingChoice,
} from '@mooring/backstage-plugin-model-connections-common';
import { http, HttpResponse } from 'msw';
import { builtInTypes, clusterFixture } from './fixtures';

/** Where the mocked backend is. */
export const BASE_URL = 'http://backend.test/api/model-connections';

const clusters = `${BASE_URL}/v1/clusters`;
const connections = `${clusters}/:cluster/namespaces/:namespace/connections`;

const services = `${clusters}/:cluster/namespaces/:namespace/model-services`;
const project = `${clusters}/:cluster/namespaces/:namespace`;

const uses = `${clusters}/:cluster/namespaces/:namespace/dependents`;

/** A refusal in the form of Backstage's error body. */
export function refuse(
  statusCode: number,
  message: string,
  details?: { field: string; message: string }[],
  name = 'Error',
) {
  return HttpResponse.json(
    {
      error: { name, message, details },
      request: {},
      response: { statusCode },
    },
    { status: statusCode },
  );
}

/** The refusal for want of the person's own sign-in to a cluster. */
export function refuseSignIn(message: string) {
  return refuse(401, message, undefined, CLUSTER_SIGN_IN_ERROR);
}

/** The refusal of a permission, in the words of the backend. */
export function refusePermission(name: string) {
  return refuse(
    403,
    `The portal's policy does not give you the permission ${name}.`,
  );
}

/** The backend as these tests need it: what it holds may be changed while it runs. */
export class MockBackend {
  clusters: Cluster[] = [clusterFixture()];
  namespaces: NamespaceList = {
    items: [{ name: 'team-a' }, { name: 'team-b' }],
  };
  types: ConnectionType[] = builtInTypes;
  /** The list, and for the page of one connection those that have values. */
  connections: (ConnectionSummary | Connection)[] = [];
  uses: ConnectionUse[] = [];
  /** Of whichever connection is asked for. */
  dependents: Dependent[] = [];
  services: ModelService[] = [];
  runtimes: ServingChoice[] = [
    {
      name: 'kserve-huggingfaceserver',
      scope: 'cluster',
      modelFormats: [{ name: 'huggingface', autoSelect: true }],
    },
  ];

  readonly handlers = [
    http.get(clusters, () => HttpResponse.json({ items: this.clusters })),
    http.get(`${clusters}/:cluster/namespaces`, () =>
      HttpResponse.json(this.namespaces),
    ),
    http.get(`${clusters}/:cluster/connection-types`, () =>
      HttpResponse.json({ items: this.types }),
    ),
    http.get(`${clusters}/:cluster/connection-types/:name`, ({ params }) => {
      const type = this.types.find(({ name }) => name === params.name);
      return type
        ? HttpResponse.json(type)
        : refuse(404, `There is no connection type "${params.name}".`);
    }),
    http.get(connections, ({ params }) =>
      HttpResponse.json({
        items: this.connections.filter(
          ({ namespace }) =>
            params.namespace === '-' || params.namespace === namespace,
        ),
      }),
    ),
    http.get(`${connections}/:name`, ({ params }) => {
      const found = this.connections.find(
        ({ namespace, name }) =>
          params.namespace === namespace && params.name === name,
      );
      return found
        ? HttpResponse.json(found)
        : refuse(404, `There is no connection "${params.name}".`);
    }),
    http.get(services, ({ params }) =>
      HttpResponse.json({
        items: this.services.filter(
          ({ namespace }) =>
            params.namespace === '-' || params.namespace === namespace,
        ),
      }),
    ),
    http.get(`${services}/:name`, ({ params }) => {
      const found = this.services.find(({ name }) => name === params.name);
      return found
        ? HttpResponse.json(found)
        : refuse(404, `There is no model service "${params.name}".`);
    }),
    http.post(`${services}/preview`, async ({ request }) => {
      const { name } = (await request.json()) as { name: string };
      return HttpResponse.json({
        manifests: `kind: InferenceService\nmetadata:\n  name: ${name}\n`,
        warnings: [],
      });
    }),
    http.get(`${project}/serving-runtimes`, () =>
      HttpResponse.json({ items: this.runtimes }),
    ),
    http.get(`${project}/service-accounts`, () =>
      HttpResponse.json({ items: [{ name: 'default', annotations: {} }] }),
    ),
    http.get(`${project}/persistent-volume-claims`, () =>
      HttpResponse.json({ items: [] }),
    ),
    http.get(uses, () => HttpResponse.json({ items: this.uses })),
    http.get(`${connections}/:name/dependents`, () =>
      HttpResponse.json({ items: this.dependents }),
    ),
  ];
}

/** The addresses of single routes, to answer them otherwise. */
export const routes = {
  clusters,
  cluster: `${clusters}/:cluster`,
  namespaces: `${clusters}/:cluster/namespaces`,
  types: `${clusters}/:cluster/connection-types`,
  type: `${clusters}/:cluster/connection-types/:name`,
  install: `${clusters}/:cluster/connection-types/install`,
  connections,
  connection: `${connections}/:name`,
  services,
  service: `${services}/:name`,
  serviceManifest: `${services}/:name/manifest`,
  serviceApply: `${services}/:name/apply`,
  serviceStop: `${services}/:name/stop`,
  uses,
  dependents: `${connections}/:name/dependents`,
  apply: `${connections}/:name/apply-to-dependents`,
  adopt: `${connections}/adopt`,
  copy: `${connections}/:name/copy`,
  manifest: `${connections}/:name/manifest`,
};
