import { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Connection,
  ConnectionRef,
  ConnectionSummary,
  Convention,
} from '@mooring/backstage-plugin-model-connections-common';
import { conventionOfConnection } from '../../codecs/connection/connectionMarks';
import {
  decodeConnection,
  StoredConnectionSummary,
} from '../../codecs/connection/decodeConnection';
import { setOnly } from '../../codecs/connection/contentMarks';
import { SecretPatch } from '../../codecs/connection/encodeConnectionPatch';
import { StoredConnectionType } from '../../codecs/connection-type/connectionTypeCodec';
import { firstOf } from '../../codecs/firstOf';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import {
  ClusterForbiddenError,
  ConflictingInputError,
} from '../../errors/errors';
import { isConflict } from '../../errors/isConflict';
import { isMissing } from '../../errors/isMissing';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { KubernetesObject, Secret } from '../../kubernetes/KubernetesObject';
import { secretPath, secretsPath } from '../../kubernetes/kubernetesPath';
import { ConnectionTypeReader } from '../connection-types/ConnectionTypeReader';
import { creatorOf } from '../creatorOf';
import { ServiceOptions } from '../ServiceOptions';
import { staleVersion, unusableType } from './connectionChecks';
import { NamedCertificates } from './readNamedCertificates';
import { scrubError } from './scrubError';

/** A connection's Secret with what is needed to understand it. It holds values: it stays in the services. */
export interface ReadConnection {
  secret: Secret;
  convention: Convention;
  /** The type as it is now; `undefined` when it is gone or cannot be read. */
  type: StoredConnectionType | undefined;
  /** The API server's clock. */
  date: Date;
  lastAppliedDropped: boolean;
}

/** What {@link ConnectionSecrets} is made of. */
export interface ConnectionSecretsOptions {
  gateway: KubernetesGateway;
  types: ConnectionTypeReader;
  config: ModelConnectionsConfig;
  auth: AuthService;
}

/** Reads and writes the Secrets of connections, and turns the cluster's refusals into errors that name a field. */
export class ConnectionSecrets {
  private constructor(private readonly options: ConnectionSecretsOptions) {}

  static create(options: ConnectionSecretsOptions) {
    return new ConnectionSecrets(options);
  }

  /** One Secret, connection or not. Throws `NotFoundError`. */
  async readSecret(ref: ConnectionRef, options: ServiceOptions) {
    return await this.options.gateway.request<Secret>(
      ref.cluster,
      { path: secretPath(ref.namespace, ref.name) },
      options,
    );
  }

  /**
   * One connection; a type that may not be read leaves it readable, its values then only say "set". Throws
   * `NotFoundError`, also for a Secret that is none.
   */
  async read(
    ref: ConnectionRef,
    options: ServiceOptions,
  ): Promise<ReadConnection> {
    return await this.#read(ref, options, { mayRefuseType: true });
  }

  /** As `read`, and throws `ClusterForbiddenError` where the type may not be read: what it allows is not known then. */
  async readToWrite(
    ref: ConnectionRef,
    options: ServiceOptions,
  ): Promise<ReadConnection> {
    return await this.#read(ref, options, { mayRefuseType: false });
  }

  async #read(
    ref: ConnectionRef,
    options: ServiceOptions,
    { mayRefuseType }: { mayRefuseType: boolean },
  ): Promise<ReadConnection> {
    const { body, date, lastAppliedDropped } = await this.readSecret(
      ref,
      options,
    );
    const convention = this.conventionOf(ref, body);
    const name = firstOf(
      body.metadata.annotations,
      convention.connectionAnnotations.typeName,
    );
    let type: StoredConnectionType | undefined;
    if (name !== undefined) {
      try {
        const { cluster } = ref;
        ({ type } = await this.options.types.read({ cluster, name }, options));
      } catch (error) {
        const refused = mayRefuseType && error instanceof ClusterForbiddenError;
        if (!refused && !isMissing(error)) throw error;
      }
    }
    return { secret: body, convention, type, date, lastAppliedDropped };
  }

  /** The convention of a connection. Throws `NotFoundError` for a Secret that is none. */
  conventionOf(ref: ConnectionRef, secret: KubernetesObject): Convention {
    const { read } = this.options.config.cluster(ref.cluster);
    const convention = conventionOfConnection(secret, read);
    if (!convention) {
      throw new NotFoundError(
        `The Secret "${ref.name}" in "${ref.namespace}" is not a connection.`,
      );
    }
    return convention;
  }

  /** A type to make a connection from. Throws `InvalidInputError` where there is none of that name. */
  async readType(cluster: string, name: string, options: ServiceOptions) {
    try {
      return await this.options.types.read({ cluster, name }, options);
    } catch (error) {
      if (isMissing(error)) {
        throw unusableType(error.message);
      }
      throw error;
    }
  }

  /** Creates a Secret. Throws `ConflictingInputError` that marks the name where it exists. */
  async create(
    cluster: string,
    secret: Secret,
    type: StoredConnectionType | undefined,
    options: ServiceOptions & { dryRun?: boolean },
  ): Promise<Secret> {
    const { name, namespace } = secret.metadata;
    try {
      const { body } = await this.options.gateway.request<Secret>(
        cluster,
        {
          method: 'POST',
          path: secretsPath(namespace),
          query: {
            fieldManager: 'mooring',
            fieldValidation: 'Strict',
            dryRun: options.dryRun ? 'All' : undefined,
          },
          body: secret,
        },
        options,
      );
      return body;
    } catch (error) {
      if (isConflict(error)) {
        throw new ConflictingInputError(
          `There is a Secret "${name}" in the project "${namespace}" already.`,
          [
            {
              field: 'name',
              message: 'Is taken. Choose another resource name.',
            },
          ],
        );
      }
      throw scrubError(error, [secret], type);
    }
  }

  /** Patches a Secret. Throws `ConflictingInputError` where it has changed since it was read. */
  async patch(
    ref: ConnectionRef,
    patch: SecretPatch,
    secret: Secret,
    type: StoredConnectionType | undefined,
    options: ServiceOptions,
  ): Promise<Secret> {
    try {
      const { body } = await this.options.gateway.request<Secret>(
        ref.cluster,
        {
          method: 'PATCH',
          path: secretPath(ref.namespace, ref.name),
          query: { fieldManager: patch.fieldManager },
          body: patch.body,
        },
        options,
      );
      return body;
    } catch (error) {
      if (isConflict(error)) {
        throw staleVersion(ref.name);
      }
      const { metadata, data } = patch.body;
      const after: Secret = {
        metadata: {
          name: ref.name,
          annotations: setOnly({
            ...secret.metadata.annotations,
            ...metadata.annotations,
          }),
        },
        data: setOnly({ ...secret.data, ...data }),
      };
      throw scrubError(error, [secret, after], type);
    }
  }

  /**
   * Deletes a Secret, unless another one has its name by now; with a version, unless it has changed since. Throws
   * `ConflictError` then.
   */
  async delete(
    ref: ConnectionRef,
    preconditions: { uid?: string; resourceVersion?: string },
    options: ServiceOptions,
  ): Promise<void> {
    await this.options.gateway.request(
      ref.cluster,
      {
        method: 'DELETE',
        path: secretPath(ref.namespace, ref.name),
        body: { preconditions },
      },
      options,
    );
  }

  /** The entity ref of the person who writes. Throws `NotAllowedError` for a service. */
  creator(options: ServiceOptions): string {
    return creatorOf(options, this.options.auth, 'a connection');
  }

  /** The connection as the API gives it; `certificates` are those that its Secret names. */
  describe(
    cluster: string,
    read: Omit<ReadConnection, 'date'>,
    certificates: NamedCertificates = {},
  ): Connection {
    return withActions(
      decodeConnection(read.secret, {
        ...read,
        cluster,
        certificates,
        valuesInAnnotation: read.lastAppliedDropped,
      }),
    );
  }
}

/** What the connection's own state allows; who asks is the business of the decorator. */
export function withActions<T extends StoredConnectionSummary>(
  connection: T,
): T & Pick<ConnectionSummary, 'allowedActions'> {
  const reading = ['use', 'check', 'browse'];
  return {
    ...connection,
    allowedActions: connection.managedBy
      ? reading
      : ['update', 'delete', ...reading],
  };
}
