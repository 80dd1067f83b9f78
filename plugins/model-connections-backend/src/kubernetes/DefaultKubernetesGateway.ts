import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  BadGatewayError,
  GatewayTimeoutError,
  UnknownClusterError,
} from '../errors/errors';
import { signInHeader, unusableReason } from './clusterSignIn';
import { dropLastApplied } from './dropLastApplied';
import { Caller, errorOfAnswer } from './errorOfAnswer';
import { Impersonation } from './Impersonation';
import {
  GatewayOptions,
  KubernetesAnswer,
  KubernetesCluster,
  KubernetesGateway,
  KubernetesRequest,
} from './KubernetesGateway';
import { sendAsPerson } from './sendAsPerson';

const ACCEPT = {
  object: 'application/json',
  metadata: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
  metadataList:
    'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
} as const;

/** How long the list of clusters is kept, in milliseconds: it is needed with every request. */
const CLUSTERS_KEPT = 30_000;

/** What {@link DefaultKubernetesGateway} is made of. */
export interface DefaultKubernetesGatewayOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  /** Milliseconds after which a call is given up, the reading of the body included; the proxy itself never does. */
  clusterTimeout: number;
  /**
   * Whom the Kubernetes plugin's proxy sees. `plugin`, the default: our permissions guard, and users need no
   * `kubernetes.proxy`; `user`: it asks that permission for the person as well.
   */
  proxyIdentity?: 'plugin' | 'user';
  /** As whom the portal's account acts; absent: as itself. */
  impersonation?: Impersonation;
}

/**
 * Goes through the installed Kubernetes plugin. Headers are built from nothing; of the caller's only the token for the
 * one cluster is passed on.
 */
export class DefaultKubernetesGateway implements KubernetesGateway {
  readonly #options: DefaultKubernetesGatewayOptions;
  #clusters?: { until: number; list: Promise<KubernetesCluster[]> };

  private constructor(options: DefaultKubernetesGatewayOptions) {
    this.#options = options;
  }

  static create(options: DefaultKubernetesGatewayOptions) {
    return new DefaultKubernetesGateway(options);
  }

  async clusters(_options: GatewayOptions): Promise<KubernetesCluster[]> {
    const now = Date.now();
    if (!this.#clusters || this.#clusters.until < now) {
      const list = this.#fetchClusters();
      this.#clusters = { until: now + CLUSTERS_KEPT, list };
      list.catch(() => {
        this.#clusters = undefined;
      });
    }
    return await this.#clusters.list;
  }

  async request<T>(
    cluster: string,
    request: KubernetesRequest,
    options: GatewayOptions,
  ): Promise<KubernetesAnswer<T>> {
    const known = await this.#usableCluster(cluster, options);
    const person = await this.#options.impersonation?.personFor(known, options);
    return person
      ? await sendAsPerson(person, headers =>
          this.#send<T>(known, request, options, headers, {
            impersonatedUser: person.user,
          }),
        )
      : await this.#send<T>(known, request, options, {}, {});
  }

  async #send<T>(
    cluster: KubernetesCluster,
    request: KubernetesRequest,
    { credentials, clusterTokens }: GatewayOptions,
    impersonate: Record<string, string>,
    caller: Caller,
  ): Promise<KubernetesAnswer<T>> {
    const onBehalfOfUser =
      this.#options.proxyIdentity === 'user' &&
      this.#options.auth.isPrincipal(credentials, 'user');
    const query = new URLSearchParams(
      Object.entries(request.query ?? {}).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ).toString();
    const { status, headers, body, text } = await this.#fetch(
      `/proxy${request.path}${query ? `?${query}` : ''}`,
      {
        method: request.method ?? 'GET',
        headers: {
          accept: ACCEPT[request.as ?? 'object'],
          'accept-encoding': 'identity',
          'backstage-kubernetes-cluster': cluster.name,
          ...signInHeader(cluster, clusterTokens),
          ...impersonate,
          ...(request.body
            ? {
                'content-type':
                  request.method === 'PATCH'
                    ? 'application/merge-patch+json'
                    : 'application/json',
              }
            : {}),
        },
        body: request.body && JSON.stringify(request.body),
      },
      `The cluster "${cluster.name}"`,
      onBehalfOfUser ? credentials : undefined,
    );
    if (status >= 300 || body === undefined) {
      const asked = { ...caller, onBehalfOfUser };
      throw errorOfAnswer(cluster, status, body, asked, text);
    }
    if (body.items === null) {
      body.items = []; // an empty metadata-only list
    }
    const clock = Date.parse(headers.get('date') ?? '');
    const date = new Date(Number.isNaN(clock) ? Date.now() : clock);
    date.setUTCMilliseconds(0);
    return { lastAppliedDropped: dropLastApplied(body), body: body as T, date };
  }

  async #usableCluster(
    cluster: string,
    options: GatewayOptions,
  ): Promise<KubernetesCluster> {
    const known = (await this.clusters(options)).find(c => c.name === cluster);
    if (!known) {
      throw new UnknownClusterError(cluster);
    }
    if (known.unusable) {
      throw new NotAllowedError(
        `The cluster "${cluster}" cannot be used. ${known.unusable}`,
      );
    }
    return known;
  }

  async #fetchClusters(): Promise<KubernetesCluster[]> {
    const { status, body } = await this.#fetch(
      '/clusters',
      { headers: { accept: 'application/json' } },
      'The Kubernetes plugin of this portal',
    );
    if (status !== 200 || !Array.isArray(body?.items)) {
      throw new BadGatewayError(
        `The Kubernetes plugin of this portal does not list its clusters (status ${status}). Is it installed and configured?`,
      );
    }
    return (body.items as KubernetesCluster[]).map(
      ({ name, title, authProvider, oidcTokenProvider }) => ({
        name,
        title,
        authProvider,
        oidcTokenProvider,
        unusable: unusableReason({ authProvider, oidcTokenProvider }),
      }),
    );
  }

  /** Calls the Kubernetes plugin, as ourselves unless on behalf of somebody. */
  async #fetch(
    path: string,
    init: RequestInit,
    who: string,
    onBehalfOf?: BackstageCredentials,
  ) {
    const { auth, discovery, clusterTimeout } = this.#options;
    const [baseUrl, { token }] = await Promise.all([
      discovery.getBaseUrl('kubernetes'),
      auth.getPluginRequestToken({
        onBehalfOf: onBehalfOf ?? (await auth.getOwnServiceCredentials()),
        targetPluginId: 'kubernetes',
      }),
    ]);
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
        redirect: 'manual',
        signal: AbortSignal.timeout(clusterTimeout),
      });
      const { status, headers } = response;
      const text = await response.text();
      return { status, headers, text, body: parseObject(text) };
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') {
        throw new GatewayTimeoutError(
          `${who} did not answer within ${clusterTimeout / 1000} seconds.`,
        );
      }
      // fetch's own error may quote what it was given, so only the fact is passed on.
      throw new BadGatewayError(`${who} cannot be reached.`);
    }
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
