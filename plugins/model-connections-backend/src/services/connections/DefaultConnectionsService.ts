import {
  Connection,
  ConnectionAdopt,
  ConnectionCopy,
  ConnectionCreate,
  ConnectionList,
  ConnectionPatch,
  ConnectionRef,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { encodeConnection } from '../../codecs/connection/encodeConnection';
import { encodeCopy } from '../../codecs/connection/encodeCopy';
import { encodeManifest } from '../../codecs/connection/encodeManifest';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { secretPath } from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';
import { adoptConnection } from './adoptConnection';
import {
  checkName,
  checkSizes,
  checkTargetNamespace,
  checkTypeUsable,
  checkUnmanaged,
  checkValues,
} from './connectionChecks';
import {
  ConnectionSecrets,
  ConnectionSecretsOptions,
} from './ConnectionSecrets';
import { ConnectionsService } from './ConnectionsService';
import {
  findLeftServiceAccounts,
  removeServiceAccounts,
} from './leftServiceAccounts';
import { listConnections } from './listConnections';
import { patchConnection } from './patchConnection';

/** {@link ConnectionsService} over the gateway. */
export class DefaultConnectionsService implements ConnectionsService {
  private constructor(
    private readonly options: ConnectionSecretsOptions,
    private readonly secrets: ConnectionSecrets,
  ) {}

  static create(options: ConnectionSecretsOptions) {
    return new DefaultConnectionsService(
      options,
      ConnectionSecrets.create(options),
    );
  }

  async list(
    ref: ProjectRef & { limit?: number; pageToken?: string },
    options: ServiceOptions,
  ): Promise<ConnectionList> {
    return await listConnections(ref, this.options, options);
  }

  async get(ref: ConnectionRef, options: ServiceOptions): Promise<Connection> {
    const read = await this.secrets.read(ref, options);
    return this.secrets.describe(ref.cluster, read);
  }

  async manifest(ref: ConnectionRef, options: ServiceOptions): Promise<string> {
    const { body, lastAppliedDropped } = await this.secrets.readSecret(
      ref,
      options,
    );
    this.secrets.conventionOf(ref, body);
    return encodeManifest(body, lastAppliedDropped);
  }

  async create(
    ref: ProjectRef & { connection: ConnectionCreate; dryRun?: boolean },
    options: ServiceOptions,
  ): Promise<Connection> {
    const { cluster, namespace, connection, dryRun } = ref;
    checkSizes(connection.values);
    checkName(connection.name);
    // Only for its check of the project's name, before anything is called.
    secretPath(namespace, connection.name);
    const { type, date } = await this.secrets.readType(
      cluster,
      connection.typeName,
      options,
    );
    checkTypeUsable(type);
    const { stored } = checkValues(type, connection.values);
    const convention = this.options.config.cluster(cluster).write;
    const secret = await this.secrets.create(
      cluster,
      encodeConnection({
        connection,
        stored,
        type,
        convention,
        namespace,
        creator: this.secrets.creator(options),
        now: date,
      }),
      type,
      { ...options, dryRun },
    );
    return this.secrets.describe(cluster, {
      secret,
      convention,
      type,
      lastAppliedDropped: false,
    });
  }

  async patch(
    ref: ConnectionRef & { patch: ConnectionPatch },
    options: ServiceOptions,
  ): Promise<Connection> {
    return await patchConnection(ref, this.secrets, options);
  }

  async adopt(
    ref: ProjectRef & { adopt: ConnectionAdopt },
    options: ServiceOptions,
  ): Promise<Connection> {
    const { config } = this.options;
    return await adoptConnection(ref, this.secrets, config, options);
  }

  async copy(
    ref: ConnectionRef & { copy: ConnectionCopy },
    options: ServiceOptions,
  ): Promise<Connection> {
    const { cluster, copy } = ref;
    checkName(copy.name);
    checkTargetNamespace(copy.targetNamespace);
    const read = await this.secrets.read(ref, options);
    const secret = await this.secrets.create(
      cluster,
      encodeCopy({
        ...read,
        copy,
        source: read.secret,
        creator: this.secrets.creator(options),
        now: read.date,
      }),
      read.type,
      options,
    );
    return this.secrets.describe(cluster, {
      ...read,
      secret,
      lastAppliedDropped: false,
    });
  }

  async delete(
    ref: ConnectionRef & { cleanUp?: 'serviceAccounts' },
    options: ServiceOptions,
  ): Promise<void> {
    const { gateway, config } = this.options;
    const path = secretPath(ref.namespace, ref.name);
    const { body } = await this.options.gateway.request<KubernetesObject>(
      ref.cluster,
      { path, as: 'metadata' },
      options,
    );
    this.secrets.conventionOf(ref, body);
    checkUnmanaged(body, 'Delete it there.');
    // Found before, so that a refusal comes while nothing has been deleted.
    const accounts = ref.cleanUp
      ? await findLeftServiceAccounts(ref, { gateway, config }, options)
      : [];
    await this.options.gateway.request(
      ref.cluster,
      {
        method: 'DELETE',
        path,
        // Not one that was made anew under this name meanwhile.
        body: { preconditions: { uid: body.metadata.uid } },
      },
      options,
    );
    await removeServiceAccounts(ref, accounts, gateway, options);
  }
}
