import { KubernetesAuthProvidersApi } from '@backstage/plugin-kubernetes-react';
import {
  Cluster,
  ClusterList,
  clusterCredentialsKey,
  clusterTokenHeader,
  ClusterTokens,
  needsClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-common';

/** How the Kubernetes plugin's frontend says that it has no such sign-in: only in these words of an error's message. */
const MISSING = /no oidcProvider configured|no KubernetesAuthProvider defined/;

/**
 * The person's own sign-ins for clusters. Tokens are asked of the Kubernetes plugin's frontend for each call, which has
 * them from the portal's sign-ins, and are never kept. A sign-in that failed is not asked for again until the person
 * wants to, since each time the portal would open its dialog.
 */
export class ClusterSignIns {
  #listed?: Promise<readonly Cluster[]>;
  #clusters: readonly Cluster[] = [];
  readonly #failed = new Map<string, 'refused' | 'missing'>();
  readonly #asked = new Map<string, Promise<string>>();
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly authProviders: KubernetesAuthProvidersApi | undefined,
    private readonly listClusters: () => Promise<ClusterList>,
  ) {}

  /** Remembers the clusters of an answer that is on its way; one that fails changes nothing. */
  remember(answer: Promise<ClusterList>): void {
    const listed = answer.then(
      ({ items }) => {
        this.#clusters = items;
        return items;
      },
      () => {
        if (this.#listed === listed) {
          this.#listed = undefined;
        }
        return this.#clusters;
      },
    );
    this.#listed = listed;
  }

  /** A cluster by its name, as it was listed last. */
  cluster(name: string): Cluster | undefined {
    return this.#clusters.find(cluster => cluster.name === name);
  }

  /** What the portal is known to lack for the sign-in: the whole plugin, or this one of its providers. */
  missing(cluster: Cluster): 'plugin' | 'provider' | undefined {
    if (!this.authProviders) {
      return 'plugin';
    }
    const isMissing =
      this.#failed.get(clusterCredentialsKey(cluster)) === 'missing';
    return isMissing ? 'provider' : undefined;
  }

  /**
   * What a call on a cluster has to carry; nothing where the cluster needs nothing of the person, and where the sign-in
   * failed: the server then says which one is missing.
   */
  async tokensFor(name: string): Promise<ClusterTokens | undefined> {
    if (!this.authProviders) {
      return undefined;
    }
    if (!this.#listed) {
      this.remember(this.listClusters());
    }
    await this.#listed;
    const cluster = this.cluster(name);
    if (
      !cluster ||
      !needsClusterSignIn(cluster) ||
      cluster.unusable !== undefined ||
      this.#failed.has(clusterCredentialsKey(cluster))
    ) {
      return undefined;
    }
    try {
      return { [clusterTokenHeader(cluster)]: await this.#token(cluster) };
    } catch {
      return undefined;
    }
  }

  /** Asks the person to sign in, though it failed before. Throws the portal's own error when it fails again. */
  async signIn(cluster: Cluster): Promise<void> {
    await this.#token(cluster);
    this.#listeners.forEach(listener => listener());
  }

  /** Calls back after each sign-in by {@link ClusterSignIns.signIn}; what it returns stops that. */
  onSignedIn(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Several calls at once ask the portal once. */
  #token(cluster: Cluster): Promise<string> {
    const key = clusterCredentialsKey(cluster);
    let asked = this.#asked.get(key);
    if (!asked) {
      asked = this.#ask(key).finally(() => this.#asked.delete(key));
      this.#asked.set(key, asked);
    }
    return asked;
  }

  async #ask(key: string): Promise<string> {
    try {
      const credentials = await this.authProviders?.getCredentials(key);
      if (!credentials?.token) {
        throw new Error('The sign-in gave no token.');
      }
      this.#failed.delete(key);
      return credentials.token;
    } catch (error) {
      const isMissing = MISSING.test((error as Error).message);
      this.#failed.set(key, isMissing ? 'missing' : 'refused');
      throw error;
    }
  }
}
