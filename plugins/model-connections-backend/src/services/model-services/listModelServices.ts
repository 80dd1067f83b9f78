import {
  connectionOfService,
  InferenceService,
  ModelService,
  ModelServiceKind,
  ModelServiceList,
  modelServiceStateOf,
  modelServiceStatusOf,
  ProgressPod,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { conventionOfConnection } from '../../codecs/connection/connectionMarks';
import { decodeNotedLocation } from '../../codecs/connection/decodeLocation';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import {
  ClusterForbiddenError,
  MissingApiError,
  UnprocessableEntityError,
} from '../../errors/errors';
import { isMissing } from '../../errors/isMissing';
import { isRefused } from '../../errors/isRefused';
import {
  KubernetesGateway,
  KubernetesRequest,
} from '../../kubernetes/KubernetesGateway';
import {
  KubernetesList,
  KubernetesObject,
} from '../../kubernetes/KubernetesObject';
import {
  inferenceServicesPath,
  KubernetesPath,
  llmInferenceServicesPath,
  podsPath,
  secretsPath,
} from '../../kubernetes/kubernetesPath';
import { listAll } from '../../kubernetes/listAll';
import { unusablePageToken } from '../connections/pageToken';
import { ServiceOptions } from '../ServiceOptions';
import { describeModelService } from './describeModelService';
import { withoutKServe } from './InferenceServices';
import { predictorPodSelector, serviceKeyOfPod } from './predictorPods';
import { readDrift } from './readDrift';
import {
  decodeServicePageToken,
  encodeServicePageToken,
  ServicePagePosition,
} from './servicePageToken';

type Context = {
  gateway: KubernetesGateway;
  config: ModelConnectionsConfig;
} & ServiceOptions;

const keyOf = (namespace: string | undefined, name: string) =>
  `${namespace}/${name}`;

/** What is read of pods: metadata alone where no service is on its way. */
type ListedPod = KubernetesObject & ProgressPod;

/**
 * A page of services: first the InferenceServices, then those of the other kind. Their connections and pods come from two
 * more lists, of metadata alone unless a service is on its way: then its pods tell whether they fail. Where these are
 * refused, drift is not told and the answer says why.
 */
export async function listModelServices(
  ref: ProjectRef & { limit?: number; pageToken?: string; view?: 'basic' },
  context: Context,
): Promise<ModelServiceList> {
  const { pageSize } = context.config.limits;
  const isBasic = ref.view === 'basic';
  let position: ServicePagePosition | undefined =
    ref.pageToken === undefined
      ? { kind: 'InferenceService' }
      : decodeServicePageToken(ref.pageToken);
  const limit = Math.min(ref.limit ?? pageSize, pageSize);
  const services: InferenceService[] = [];
  const partial: string[] = [];
  while (position && services.length < limit) {
    const { kind }: ServicePagePosition = position;
    const page = await readPage(
      ref,
      position,
      limit - services.length,
      partial,
      context,
    );
    services.push(...page.items.map(item => ({ ...item, kind })));
    if (page.continue) {
      position = { kind, continue: page.continue };
    } else {
      position =
        kind === 'InferenceService' && !isBasic
          ? { kind: 'LLMInferenceService' }
          : undefined;
    }
  }
  const describe =
    isBasic || services.length === 0
      ? (service: InferenceService) =>
          describeModelService(service, { cluster: ref.cluster })
      : await withPods(ref, services, partial, context);
  return {
    items: services.map(describe),
    ...(position && { nextPageToken: encodeServicePageToken(position) }),
    ...(partial.length > 0 && { partial: partial.join(' ') }),
  };
}

const namespaceOf = ({ namespace }: ProjectRef) =>
  namespace === '-' ? undefined : namespace;

async function readPage(
  ref: ProjectRef,
  position: ServicePagePosition,
  limit: number,
  partial: string[],
  context: Context,
): Promise<{ items: InferenceService[]; continue?: string }> {
  const paths: Record<ModelServiceKind, KubernetesPath> = {
    InferenceService: inferenceServicesPath(namespaceOf(ref)),
    LLMInferenceService: llmInferenceServicesPath(namespaceOf(ref)),
  };
  const isMain = position.kind === 'InferenceService';
  try {
    const { body } = await context.gateway.request<
      KubernetesList<InferenceService & KubernetesObject>
    >(
      ref.cluster,
      {
        path: paths[position.kind],
        query: { limit: String(limit), continue: position.continue },
      },
      context,
    );
    return { items: body.items, continue: body.metadata?.continue };
  } catch (error) {
    if (
      position.continue !== undefined &&
      error instanceof UnprocessableEntityError
    ) {
      throw unusablePageToken();
    }
    if (isMain) {
      if (ref.namespace === '-' && error instanceof ClusterForbiddenError) {
        throw new ClusterForbiddenError(
          `${error.message} Pick a project: its model services may be listed still.`,
        );
      }
      throw withoutKServe(error, ref.cluster);
    }
    if (error instanceof MissingApiError || isMissing(error)) {
      return { items: [] };
    }
    if (!isRefused(error)) throw error;
    partial.push(`LLM model services may be missing: ${error.message}`);
    return { items: [] };
  }
}

const isOnItsWay = (service: InferenceService) =>
  service.kind === 'InferenceService' &&
  modelServiceStateOf(modelServiceStatusOf(service)) === 'starting';

/** Reads what tells drift of many services, and what keeps their pods from serving. */
async function withPods(
  ref: ProjectRef,
  services: readonly InferenceService[],
  partial: string[],
  context: Context,
): Promise<(service: InferenceService) => ModelService> {
  const list = async <T extends KubernetesObject>(
    path: KubernetesPath,
    query: KubernetesRequest['query'] = {},
    as: KubernetesRequest['as'] = 'metadataList',
  ) => {
    try {
      return await listAll<T>(
        context.gateway,
        ref.cluster,
        {
          path,
          query,
          as,
          pageSize: context.config.limits.pageSize,
        },
        context,
      );
    } catch (error) {
      if (!isRefused(error)) throw error;
      partial.push(`What has fallen behind may be missing: ${error.message}`);
      return [];
    }
  };
  const [secrets, pods] = await Promise.all([
    list(secretsPath(namespaceOf(ref))),
    list<ListedPod>(
      podsPath(namespaceOf(ref)),
      { labelSelector: predictorPodSelector() },
      services.some(isOnItsWay) ? 'object' : 'metadataList',
    ),
  ]);
  const { read } = context.config.cluster(ref.cluster);
  const connections = new Map(
    secrets.flatMap(secret => {
      const convention = conventionOfConnection(secret, read);
      const { namespace, name } = secret.metadata;
      return convention
        ? [
            [
              keyOf(namespace, name),
              decodeNotedLocation(secret, convention),
            ] as const,
          ]
        : [];
    }),
  );
  const podsOf = new Map<string, ListedPod[]>();
  for (const pod of pods) {
    const key = serviceKeyOfPod(pod);
    podsOf.set(key, [...(podsOf.get(key) ?? []), pod]);
  }
  return service => {
    const { namespace, name } = service.metadata;
    const connection = connections.get(
      keyOf(namespace, connectionOfService(service) ?? ''),
    );
    const own =
      service.kind === 'InferenceService'
        ? podsOf.get(keyOf(namespace, name))
        : undefined;
    const described = describeModelService(service, {
      cluster: ref.cluster,
      connection,
      pods: own,
    });
    const drift = readDrift(service, connection, own ?? []);
    return {
      ...described,
      status: { ...described.status, ...(drift && { drift }) },
    };
  };
}
