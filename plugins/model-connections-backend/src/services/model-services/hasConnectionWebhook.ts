import { ClusterRef } from '@mooring/backstage-plugin-model-connections-common';
import { ClusterForbiddenError } from '../../errors/errors';
import { isMissing } from '../../errors/isMissing';
import { isUncertain } from '../../errors/isUncertain';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import {
  KubernetesList,
  KubernetesObject,
} from '../../kubernetes/KubernetesObject';
import { mutatingWebhooksPath } from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';

interface WebhookConfiguration extends KubernetesObject {
  webhooks?: {
    name: string;
    rules?: { apiGroups?: string[]; resources?: string[] }[];
  }[];
}

/**
 * Whether the operator of Open Data Hub is there that binds connections by their annotations alone; `undefined` where that
 * cannot be seen.
 */
export async function hasConnectionWebhook(
  { cluster }: ClusterRef,
  gateway: KubernetesGateway,
  options: ServiceOptions,
): Promise<boolean | undefined> {
  try {
    const { body } = await gateway.request<
      KubernetesList<WebhookConfiguration>
    >(cluster, { path: mutatingWebhooksPath() }, options);
    return body.items
      .flatMap(({ webhooks = [] }) => webhooks)
      .some(
        ({ name, rules = [] }) =>
          name.endsWith('.opendatahub.io') &&
          rules.some(
            ({ apiGroups, resources }) =>
              apiGroups?.includes('serving.kserve.io') &&
              resources?.includes('inferenceservices'),
          ),
      );
  } catch (error) {
    const isUnseen =
      error instanceof ClusterForbiddenError ||
      isMissing(error) ||
      isUncertain(error);
    if (!isUnseen) throw error;
    return undefined;
  }
}
