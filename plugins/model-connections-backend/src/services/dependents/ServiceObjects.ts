import {
  effectiveServiceAccountName,
  InferenceService,
  KServeCredentials,
  Pod,
  ProjectRef,
  secretsOfService,
  ServiceAccount,
} from '@mooring/backstage-plugin-model-connections-common';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { isMissing } from '../../errors/isMissing';
import { isRefused } from '../../errors/isRefused';
import {
  KubernetesGateway,
  KubernetesRequest,
} from '../../kubernetes/KubernetesGateway';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import {
  inferenceServicesPath,
  llmInferenceServicesPath,
  podsPath,
  serviceAccountsPath,
} from '../../kubernetes/kubernetesPath';
import { listAll } from '../../kubernetes/listAll';
import {
  predictorPodSelector,
  serviceKeyOfPod,
} from '../model-services/predictorPods';
import { readCredentialsConfig } from '../model-services/readCredentialsConfig';
import { ServiceOptions } from '../ServiceOptions';

/** What the reads of {@link ServiceObjects} need. */
export interface ServiceObjectsContext {
  gateway: KubernetesGateway;
  config: ModelConnectionsConfig;
}

const keyOf = (namespace: string | undefined, name: string) =>
  `${namespace}/${name}`;

/** The model services of a project with the accounts that they run under, or of all projects (namespace `-`). */
export class ServiceObjects {
  readonly #accounts: ReadonlyMap<string, ServiceAccount>;
  readonly #missing: string[];
  #arePodsHidden = false;

  private constructor(
    private readonly ref: ProjectRef,
    private readonly context: ServiceObjectsContext,
    /** Of both kinds; `kind` tells which. */
    readonly services: readonly InferenceService[],
    readonly accounts: readonly ServiceAccount[],
    readonly credentials: KServeCredentials,
    missing: string[],
  ) {
    this.#missing = missing;
    this.#accounts = new Map(
      accounts.map(account => [
        keyOf(account.metadata.namespace, account.metadata.name),
        account,
      ]),
    );
  }

  /** Three lists, and what KServe's configuration says. Throws what the gateway throws, but for RBAC. */
  static async read(
    ref: ProjectRef,
    context: ServiceObjectsContext,
    options: ServiceOptions,
  ): Promise<ServiceObjects> {
    const missing: string[] = [];
    const namespace = ref.namespace === '-' ? undefined : ref.namespace;
    const list = <T extends KubernetesObject>(
      what: string,
      path: KubernetesRequest['path'],
    ) => listIfAllowed<T>(what, { path }, missing, ref, context, options);
    const [services, llmServices, accounts, credentials] = await Promise.all([
      list<InferenceService & KubernetesObject>(
        'Model services',
        inferenceServicesPath(namespace),
      ),
      list<InferenceService & KubernetesObject>(
        'LLM model services',
        llmInferenceServicesPath(namespace),
      ),
      list<ServiceAccount & KubernetesObject>(
        'What is bound by ServiceAccounts',
        serviceAccountsPath(namespace),
      ),
      readCredentialsConfig(ref, context, options),
    ]);
    const ofKind = (items: InferenceService[], kind: string) =>
      items.map(item => ({ ...item, kind }));
    return new ServiceObjects(
      ref,
      context,
      [
        ...ofKind(services, 'InferenceService'),
        ...ofKind(llmServices, 'LLMInferenceService'),
      ],
      accounts,
      credentials,
      missing,
    );
  }

  /** The Secrets that a service depends on, and how. */
  secretsOf(service: InferenceService) {
    const { namespace } = service.metadata;
    const account = effectiveServiceAccountName(service);
    return secretsOfService(
      service,
      this.#accounts.get(keyOf(namespace, account)),
      this.credentials,
    );
  }

  /**
   * The pods that get the models of InferenceServices: of some that are named, whole; or of all, their metadata alone. Nobody says which pods an
   * LLMInferenceService has in a way that one list could ask for.
   */
  async readPods(
    names: readonly string[] | 'all',
    options: ServiceOptions,
  ): Promise<(service: InferenceService) => readonly Pod[]> {
    const { namespace } = this.ref;
    const missing: string[] = [];
    const pods =
      names.length === 0
        ? []
        : await listIfAllowed<Pod & KubernetesObject>(
            'What has fallen behind',
            {
              path: podsPath(namespace === '-' ? undefined : namespace),
              query: {
                labelSelector: predictorPodSelector(
                  names === 'all' ? undefined : names,
                ),
              },
              ...(names === 'all' && { as: 'metadataList' as const }),
            },
            missing,
            this.ref,
            this.context,
            options,
          );
    this.#arePodsHidden = missing.length > 0;
    this.#missing.push(...missing);
    const byService = new Map<string, Pod[]>();
    for (const pod of pods) {
      const key = serviceKeyOfPod(pod);
      byService.set(key, [...(byService.get(key) ?? []), pod]);
    }
    return ({ kind, metadata }) =>
      (kind === 'InferenceService' &&
        byService.get(keyOf(metadata.namespace, metadata.name))) ||
      [];
  }

  /** Whether the pods may not be seen that were read last, so that nobody knows what has fallen behind. */
  get arePodsHidden(): boolean {
    return this.#arePodsHidden;
  }

  /** Why something may be missing, in words. */
  get partial(): string | undefined {
    return this.#missing.length > 0 ? this.#missing.join(' ') : undefined;
  }
}

/** A list that may be empty because the cluster has no such API; one that RBAC refuses is noted in `missing`. */
async function listIfAllowed<T extends KubernetesObject>(
  what: string,
  request: KubernetesRequest,
  missing: string[],
  { cluster }: ProjectRef,
  { gateway, config }: ServiceObjectsContext,
  options: ServiceOptions,
): Promise<T[]> {
  const { pageSize } = config.limits;
  try {
    return await listAll<T>(
      gateway,
      cluster,
      { ...request, pageSize },
      options,
    );
  } catch (error) {
    if (isMissing(error)) {
      return [];
    }
    if (!isRefused(error)) {
      throw error;
    }
    missing.push(`${what} may be missing: ${error.message}`);
    return [];
  }
}
