import { AuthService } from '@backstage/backend-plugin-api';
import { isError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  alauda,
  Connection,
  ConnectionCreate,
  ConnectionList,
  ConnectionRef,
  ConnectionSummary,
  ProjectRef,
  writeOnlyKeys,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  connectionSelector,
  decodeConnection,
  decodeConnectionSummary,
  encodeConnection,
  isConnection,
  StoredConnectionSummary,
} from '../codecs/connectionCodec';
import { StoredConnectionType } from '../codecs/connectionTypeCodec';
import { ModelConnectionsConfig } from '../config/ModelConnectionsConfig';
import {
  ClusterForbiddenError,
  ConflictingInputError,
  UnknownClusterError,
  UnprocessableEntityError,
} from '../errors/errors';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import {
  KubernetesList,
  KubernetesObject,
  Secret,
} from '../kubernetes/KubernetesObject';
import { secretPath, secretsPath } from '../kubernetes/kubernetesPath';
import {
  checkName,
  checkSizes,
  checkValues,
  unusableType,
} from './checkConnectionCreate';
import { ConnectionsService, ServiceOptions } from './ConnectionsService';
import { DefaultConnectionTypesService } from './DefaultConnectionTypesService';
import {
  decodePageToken,
  encodePageToken,
  unusablePageToken,
} from './pageToken';
import { scrubValues } from './scrubValues';

const ALL_NAMESPACES = '-';

/** {@link ConnectionsService} over the gateway. */
export class DefaultConnectionsService implements ConnectionsService {
  private constructor(
    private readonly gateway: KubernetesGateway,
    private readonly types: DefaultConnectionTypesService,
    private readonly config: ModelConnectionsConfig,
    private readonly auth: AuthService,
  ) {}

  static create(options: {
    gateway: KubernetesGateway;
    types: DefaultConnectionTypesService;
    config: ModelConnectionsConfig;
    auth: AuthService;
  }) {
    const { gateway, types, config, auth } = options;
    return new DefaultConnectionsService(gateway, types, config, auth);
  }

  async list(
    ref: ProjectRef & { limit?: number; pageToken?: string },
    options: ServiceOptions,
  ): Promise<ConnectionList> {
    const everywhere = ref.namespace === ALL_NAMESPACES;
    const position =
      ref.pageToken === undefined ? undefined : decodePageToken(ref.pageToken);
    const { pageSize } = this.config.limits;
    try {
      const { body } = await this.gateway.request<
        KubernetesList<KubernetesObject>
      >(
        ref.cluster,
        {
          path: secretsPath(everywhere ? undefined : ref.namespace),
          query: {
            labelSelector: connectionSelector(alauda),
            limit: String(Math.min(ref.limit ?? pageSize, pageSize)),
            continue: position?.continue,
          },
          as: 'metadataList',
        },
        options,
      );
      const next = body.metadata?.continue;
      return {
        items: body.items
          .filter(item => isConnection(item, alauda))
          .map(item =>
            describe(decodeConnectionSummary(item, ref.cluster, alauda)),
          ),
        ...(next
          ? {
              nextPageToken: encodePageToken({
                convention: alauda.id,
                continue: next,
              }),
            }
          : {}),
      };
    } catch (error) {
      if (position && error instanceof UnprocessableEntityError) {
        throw unusablePageToken();
      }
      if (everywhere && error instanceof ClusterForbiddenError) {
        throw new ClusterForbiddenError(
          `${error.message} Pick a project: its connections may be listed still.`,
        );
      }
      throw error;
    }
  }

  async get(ref: ConnectionRef, options: ServiceOptions): Promise<Connection> {
    const { body, lastAppliedDropped } = await this.gateway.request<Secret>(
      ref.cluster,
      { path: secretPath(ref.namespace, ref.name) },
      options,
    );
    requireConnection(body, ref);
    const typeName =
      body.metadata.annotations?.[alauda.connectionAnnotations.typeName];
    return describe(
      decodeConnection(body, {
        cluster: ref.cluster,
        convention: alauda,
        type: await this.#typeIfReadable(ref.cluster, typeName, options),
        valuesInAnnotation: lastAppliedDropped,
      }),
    );
  }

  async create(
    ref: ProjectRef & { connection: ConnectionCreate; dryRun?: boolean },
    options: ServiceOptions,
  ): Promise<Connection> {
    const { cluster, namespace, connection } = ref;
    checkSizes(connection.values);
    checkName(connection);
    const path = secretsPath(namespace);
    const { type, date } = await this.types
      .read({ cluster, name: connection.typeName }, options)
      .catch(rejectUnknownType);
    const stored = checkValues(connection, type);
    const secret = encodeConnection({
      connection,
      stored,
      type,
      convention: alauda,
      namespace,
      creator: this.#creator(options),
      now: date,
    });
    const { body } = await this.gateway
      .request<Secret>(
        cluster,
        {
          method: 'POST',
          path,
          query: {
            fieldManager: 'mooring',
            fieldValidation: 'Strict',
            dryRun: ref.dryRun ? 'All' : undefined,
          },
          body: secret,
        },
        options,
      )
      .catch(error =>
        rejectSecret(
          error,
          connection,
          writeOnlyKeys(type.fields).map(key => stored[key] ?? ''),
        ),
      );
    return describe(
      decodeConnection(body, {
        cluster,
        convention: alauda,
        type,
        valuesInAnnotation: false,
      }),
    );
  }

  async delete(ref: ConnectionRef, options: ServiceOptions): Promise<void> {
    const path = secretPath(ref.namespace, ref.name);
    const { body } = await this.gateway.request<KubernetesObject>(
      ref.cluster,
      { path, as: 'metadata' },
      options,
    );
    requireConnection(body, ref);
    const { managedBy } = decodeConnectionSummary(body, ref.cluster, alauda);
    if (managedBy) {
      throw new NotAllowedError(
        `The connection "${ref.name}" is managed by the ${managedBy.kind} "${managedBy.name}", which would bring it back. Delete it there.`,
      );
    }
    await this.gateway.request(
      ref.cluster,
      {
        method: 'DELETE',
        path,
        // Not one that was made anew under this name meanwhile.
        body: { preconditions: { uid: body.metadata.uid } },
      },
      options,
    );
  }

  #creator({ credentials }: ServiceOptions): string {
    if (!this.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only a person can create a connection.');
    }
    return credentials.principal.userEntityRef;
  }

  /** A type that is gone, or may not be read, leaves the connection readable: its values then only say "set". */
  async #typeIfReadable(
    cluster: string,
    name: string | undefined,
    options: ServiceOptions,
  ): Promise<StoredConnectionType | undefined> {
    if (name === undefined) {
      return undefined;
    }
    try {
      return (await this.types.read({ cluster, name }, options)).type;
    } catch (error) {
      if (
        isError(error) &&
        (error.name === 'NotFoundError' ||
          error instanceof ClusterForbiddenError)
      ) {
        return undefined;
      }
      throw error;
    }
  }
}

function requireConnection(secret: KubernetesObject, ref: ConnectionRef) {
  if (!isConnection(secret, alauda)) {
    throw new NotFoundError(
      `The Secret "${ref.name}" in "${ref.namespace}" is not a connection.`,
    );
  }
}

/** What the connection's own state allows; who asks is the business of the decorator. */
function describe<T extends StoredConnectionSummary>(
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

function rejectUnknownType(error: unknown): never {
  if (
    isError(error) &&
    error.name === 'NotFoundError' &&
    !(error instanceof UnknownClusterError)
  ) {
    throw unusableType(error.message);
  }
  throw error;
}

function rejectSecret(
  error: unknown,
  connection: ConnectionCreate,
  hiddenValues: string[],
): never {
  if (isError(error) && error.name === 'ConflictError') {
    throw new ConflictingInputError(
      `There is a Secret "${connection.name}" in this project already.`,
      [{ field: 'name', message: 'Is taken. Choose another resource name.' }],
    );
  }
  if (error instanceof UnprocessableEntityError) {
    throw new UnprocessableEntityError(
      scrubValues(error.message, hiddenValues),
    );
  }
  throw error;
}
