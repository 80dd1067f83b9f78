import {
  connectionOfService,
  ConnectionRef,
  InferenceService,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { conventionOfConnection } from '../../codecs/connection/connectionMarks';
import {
  decodeServiceConnection,
  ServiceConnection,
} from '../../codecs/model-service/decodeServiceConnection';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { ClusterForbiddenError, InvalidInputError } from '../../errors/errors';
import { isMissing } from '../../errors/isMissing';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { Secret } from '../../kubernetes/KubernetesObject';
import { secretPath } from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';

/** Reads connections for model services. */
export class ServiceConnections {
  constructor(
    private readonly gateway: KubernetesGateway,
    private readonly config: ModelConnectionsConfig,
  ) {}

  /** A connection; `undefined` where there is none of that name. */
  async read(
    { cluster, namespace, name }: ConnectionRef,
    options: ServiceOptions,
  ): Promise<ServiceConnection | undefined> {
    try {
      const { body } = await this.gateway.request<Secret>(
        cluster,
        { path: secretPath(namespace, name) },
        options,
      );
      const { read } = this.config.cluster(cluster);
      const convention = conventionOfConnection(body, read);
      return convention && decodeServiceConnection(body, convention);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** The connection that a service says it has; `undefined` where it has none, or it cannot be read. */
  async ofService(
    { cluster, namespace }: ProjectRef,
    service: InferenceService,
    options: ServiceOptions,
  ): Promise<ServiceConnection | undefined> {
    const name = connectionOfService(service);
    if (name === undefined) return undefined;
    try {
      return await this.read({ cluster, namespace, name }, options);
    } catch (error) {
      // A service may say anything there, and stays readable.
      if (
        error instanceof ClusterForbiddenError ||
        error instanceof InvalidInputError
      ) {
        return undefined;
      }
      throw error;
    }
  }
}
