import {
  type AuthService,
  type BackstageUserInfo,
} from '@backstage/backend-plugin-api';
import { type CatalogService } from '@backstage/plugin-catalog-node';

/** A namespace of a cluster. */
export interface Project {
  cluster: string;
  namespace: string;
}

const CLUSTER = 'backstage.io/kubernetes-cluster';
const NAMESPACE = 'backstage.io/kubernetes-namespace';

/** Milliseconds for which an answer is kept: the policy is asked several times for each request. */
const KEPT = 10_000;

/**
 * Who owns which project, as the catalog says: resources of the type `kubernetes-namespace` whose annotations name cluster
 * and namespace. Whoever may register such resources decides who sees what; keep `catalog.location.create` from people
 * whom you would not let decide that.
 */
export class CatalogProjects {
  readonly #owned = new Map<
    string,
    { until: number; projects: Promise<Project[]> }
  >();

  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
  ) {}

  /** The projects that a person or one of their groups owns. */
  async ownedBy(person: BackstageUserInfo): Promise<Project[]> {
    const { userEntityRef, ownershipEntityRefs } = person;
    if (ownershipEntityRefs.length === 0) {
      return []; // a filter without values would match every resource
    }
    const now = Date.now();
    const kept = this.#owned.get(userEntityRef);
    if (kept && kept.until > now) {
      return await kept.projects;
    }
    const projects = this.#fetch(ownershipEntityRefs);
    this.#owned.set(userEntityRef, { until: now + KEPT, projects });
    projects.catch(() => this.#owned.delete(userEntityRef));
    return await projects;
  }

  async #fetch(owners: string[]): Promise<Project[]> {
    const { items } = await this.catalog.getEntities(
      {
        filter: {
          kind: 'resource',
          'spec.type': 'kubernetes-namespace',
          'relations.ownedBy': owners,
        },
        fields: ['metadata.annotations'],
      },
      { credentials: await this.auth.getOwnServiceCredentials() },
    );
    return items.flatMap(({ metadata: { annotations = {} } }) => {
      const { [CLUSTER]: cluster, [NAMESPACE]: namespace } = annotations;
      return cluster && namespace ? [{ cluster, namespace }] : [];
    });
  }
}
