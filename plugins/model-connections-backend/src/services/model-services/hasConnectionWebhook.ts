import { ClusterRef } from '@mooring/backstage-plugin-model-connections-common';
import { ClusterBusyError, ClusterForbiddenError } from '../../errors/errors';
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
    rules?: { operations?: string[] }[];
  }[];
}

/**
 * The webhooks that bind connections. The first is the operator's own. The second, of its model controller, has taken over
 * since; in earlier versions it did nothing, and only at creation. Other webhooks of the platform look at
 * model services too, such as the one for hardware profiles.
 *
 * @see https://github.com/opendatahub-io/opendatahub-operator/blob/main/internal/webhook/serving/mutating_isvc.go
 * @see https://github.com/opendatahub-io/odh-model-controller/blob/main/internal/webhook/serving/v1beta1/inferenceservice_webhook.go
 */
const BINDING_WEBHOOKS = [
  'connection-isvc.opendatahub.io',
  'minferenceservice-v1beta1.odh-model-controller.opendatahub.io',
];

/**
 * Whether the operator of Open Data Hub is there that binds connections by their annotations alone; `undefined` where that
 * cannot be seen. It reads `opendatahub.io/connections` and, for S3, `opendatahub.io/connection-path` on the service, and
 * `opendatahub.io/connection-type-protocol`, else `opendatahub.io/connection-type-ref`, on the Secret.
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
          BINDING_WEBHOOKS.includes(name) &&
          rules.some(({ operations }) => operations?.includes('UPDATE')),
      );
  } catch (error) {
    const isUnseen =
      error instanceof ClusterForbiddenError ||
      isMissing(error) ||
      error instanceof ClusterBusyError ||
      isUncertain(error);
    if (!isUnseen) throw error;
    return undefined;
  }
}
