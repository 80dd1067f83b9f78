import {
  MODEL_SERVICE,
  ProjectRef,
  ServiceAccount,
  ServingChoiceList,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ClusterForbiddenError,
  ImpersonationForbiddenError,
} from '../../errors/errors';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import {
  clusterServingRuntimesPath,
  KubernetesPath,
  persistentVolumeClaimsPath,
  serviceAccountsPath,
  servingRuntimesPath,
} from '../../kubernetes/kubernetesPath';
import { listAll } from '../../kubernetes/listAll';
import { ServiceOptions } from '../ServiceOptions';
import { withoutKServe } from './InferenceServices';
import { modelFormatsOf, StoredServingRuntime } from './StoredServingRuntime';

interface VolumeClaim extends KubernetesObject {
  spec?: {
    accessModes?: string[];
    resources?: { requests?: { storage?: string } };
  };
  status?: { capacity?: { storage?: string } };
}

/** By these annotations clouds know an account. */
const IDENTITIES =
  /^(eks\.amazonaws\.com\/role-arn|iam\.gke\.io\/gcp-service-account|azure\.workload\.identity\/(client|tenant)-id)$/;

/** The lists that a form for model services offers. */
export class ServingChoices {
  constructor(
    private readonly gateway: KubernetesGateway,
    private readonly pageSize: number,
  ) {}

  /** The runtimes of a project and those of the cluster that are not switched off. */
  async runtimes(
    ref: ProjectRef,
    options: ServiceOptions,
  ): Promise<ServingChoiceList> {
    let partial: string | undefined;
    const [own, shared] = await Promise.all([
      this.#list<StoredServingRuntime>(
        ref,
        servingRuntimesPath(ref.namespace),
        options,
      ),
      this.#list<StoredServingRuntime>(
        ref,
        clusterServingRuntimesPath(),
        options,
      ).catch(error => {
        const isRefused =
          error instanceof ClusterForbiddenError &&
          !(error instanceof ImpersonationForbiddenError);
        if (!isRefused) throw error;
        partial = `The runtimes of the whole cluster are missing: ${error.message}`;
        return [];
      }),
    ]).catch(error => {
      throw withoutKServe(error, ref.cluster);
    });
    const describe =
      (scope: 'project' | 'cluster') => (runtime: StoredServingRuntime) => {
        const displayName =
          runtime.metadata.annotations?.['openshift.io/display-name'];
        return {
          name: runtime.metadata.name,
          ...(displayName && { displayName }),
          scope,
          modelFormats: modelFormatsOf(runtime),
        };
      };
    const enabled = ({ spec }: StoredServingRuntime) => !spec?.disabled;
    return {
      items: [
        ...own.filter(enabled).map(describe('project')),
        ...shared.filter(enabled).map(describe('cluster')),
      ],
      ...(partial && { partial }),
    };
  }

  /** The volume claims of a project. */
  async volumeClaims(
    ref: ProjectRef,
    options: ServiceOptions,
  ): Promise<ServingChoiceList> {
    const path = persistentVolumeClaimsPath(ref.namespace);
    const claims = await this.#list<VolumeClaim>(ref, path, options);
    return {
      items: claims.map(({ metadata, spec, status }) => {
        const capacity =
          status?.capacity?.storage ?? spec?.resources?.requests?.storage;
        return {
          name: metadata.name,
          ...(capacity && { capacity }),
          accessModes: spec?.accessModes ?? [],
        };
      }),
    };
  }

  /** The accounts of a project without those that were made for one service each. */
  async serviceAccounts(
    ref: ProjectRef,
    options: ServiceOptions,
  ): Promise<ServingChoiceList> {
    const path = serviceAccountsPath(ref.namespace);
    const accounts = await this.#list<ServiceAccount & KubernetesObject>(
      ref,
      path,
      options,
    );
    return {
      items: accounts
        .filter(
          ({ metadata }) => metadata.annotations?.[MODEL_SERVICE] === undefined,
        )
        .map(({ metadata }) => ({
          name: metadata.name,
          annotations: Object.fromEntries(
            Object.entries(metadata.annotations ?? {}).filter(([key]) =>
              IDENTITIES.test(key),
            ),
          ),
        })),
    };
  }

  async #list<T extends KubernetesObject>(
    { cluster }: ProjectRef,
    path: KubernetesPath,
    options: ServiceOptions,
  ): Promise<T[]> {
    const { pageSize } = this;
    return await listAll<T>(this.gateway, cluster, { path, pageSize }, options);
  }
}
