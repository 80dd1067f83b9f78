import {
  Connection,
  ConnectionAdopt,
  ConnectionCopy,
  ConnectionCreate,
  ConnectionDeletion,
  ConnectionList,
  ConnectionPatch,
  ConnectionRef,
  ownCaConfigMapOf,
  ProjectRef,
  protocolsOfFields,
} from '@mooring/backstage-plugin-model-connections-common';
import { encodeConnection } from '../../codecs/connection/encodeConnection';
import { encodeCopy } from '../../codecs/connection/encodeCopy';
import { encodeManifest } from '../../codecs/connection/encodeManifest';
import { isConflict } from '../../errors/isConflict';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { secretPath } from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';
import { adoptConnection } from './adoptConnection';
import { CaConfigMaps } from './CaConfigMaps';
import {
  checkName,
  checkSizes,
  checkTargetNamespace,
  checkTypeUsable,
  checkUnmanaged,
  checkValues,
  s3Issues,
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
import { NamedCertificates } from './readNamedCertificates';
import {
  certificateOf,
  certificateToCopy,
  createWithCertificate,
} from './writeWithCertificate';

/** {@link ConnectionsService} over the gateway. */
export class DefaultConnectionsService implements ConnectionsService {
  private constructor(
    private readonly options: ConnectionSecretsOptions,
    /** Readable by the functions that this hands itself to. */
    readonly secrets: ConnectionSecrets,
    readonly certificates: CaConfigMaps,
  ) {}

  static create(options: ConnectionSecretsOptions) {
    return new DefaultConnectionsService(
      options,
      ConnectionSecrets.create(options),
      new CaConfigMaps(options.gateway),
    );
  }

  async list(
    ref: ProjectRef & { limit?: number; pageToken?: string },
    options: ServiceOptions,
  ): Promise<ConnectionList> {
    return await listConnections(ref, this.options, options);
  }

  async get(
    ref: ConnectionRef & { withCertificates?: boolean },
    options: ServiceOptions,
  ): Promise<Connection> {
    const { withCertificates = true } = ref;
    const read = await this.secrets.read(ref, options);
    return this.secrets.describe(
      ref.cluster,
      read,
      withCertificates
        ? await this.certificates.read(ref, read.secret, options)
        : {},
    );
  }

  async manifest(ref: ConnectionRef, options: ServiceOptions): Promise<string> {
    const { body, lastAppliedDropped } = await this.secrets.readSecret(
      ref,
      options,
    );
    this.secrets.conventionOf(ref, body);
    const certificates = await this.certificates.readOwn(ref, body, options);
    return encodeManifest(body, lastAppliedDropped, certificates);
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
    const { stored } = checkValues(
      type,
      connection.values,
      undefined,
      undefined,
      s3Issues(connection.s3, protocolsOfFields(type.fields)),
    );
    const convention = this.options.config.cluster(cluster).write;
    const pem = certificateOf(connection.s3) || undefined;
    const { secret, caVersion } = await createWithCertificate(
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
      pem,
      type,
      this,
      { ...options, dryRun },
    );
    return this.secrets.describe(
      cluster,
      { secret, convention, type, lastAppliedDropped: false },
      { caCertificate: pem, caVersion },
    );
  }

  async patch(
    ref: ConnectionRef & { patch: ConnectionPatch },
    options: ServiceOptions,
  ): Promise<Connection> {
    return await patchConnection(ref, this, options);
  }

  async adopt(
    ref: ProjectRef & { adopt: ConnectionAdopt },
    options: ServiceOptions,
  ): Promise<Connection> {
    const { config } = this.options;
    return await adoptConnection(ref, this, config, options);
  }

  async copy(
    ref: ConnectionRef & { copy: ConnectionCopy },
    options: ServiceOptions,
  ): Promise<Connection> {
    const { cluster, copy } = ref;
    checkName(copy.name);
    checkTargetNamespace(copy.targetNamespace);
    const read = await this.secrets.read(ref, options);
    const pem = await certificateToCopy(
      ref,
      read.secret,
      this.certificates,
      options,
    );
    const named: NamedCertificates = pem
      ? { caCertificate: pem }
      : await this.certificates.read(ref, read.secret, options);
    const { secret, caVersion = named.caVersion } = await createWithCertificate(
      cluster,
      encodeCopy({
        ...read,
        copy,
        source: read.secret,
        hasOwnCertificates: pem !== undefined,
        creator: this.secrets.creator(options),
        now: read.date,
      }),
      pem,
      read.type,
      this,
      options,
    );
    return this.secrets.describe(
      cluster,
      { ...read, secret, lastAppliedDropped: false },
      { ...named, caVersion },
    );
  }

  async delete(
    ref: ConnectionRef & { cleanUp?: 'serviceAccounts' },
    options: ServiceOptions,
  ): Promise<ConnectionDeletion> {
    const { gateway, config } = this.options;
    const found = await this.#readToDelete(ref, options);
    // Found before, so that a refusal comes while nothing has been deleted.
    const accounts = ref.cleanUp
      ? await findLeftServiceAccounts(ref, { gateway, config }, options)
      : [];
    const { metadata } = await this.#deleteSecret(ref, found, options);
    if (ownCaConfigMapOf(metadata)) {
      // Kubernetes removes it as well, a little later, so that nothing is left where this fails.
      await this.certificates
        .remove(ref, metadata.uid, options)
        .catch(() => {});
    }
    return {
      warnings: await removeServiceAccounts(ref, accounts, gateway, options),
    };
  }

  /** The metadata of what may be deleted here. */
  async #readToDelete(
    ref: ConnectionRef,
    options: ServiceOptions,
  ): Promise<KubernetesObject> {
    const { body } = await this.options.gateway.request<KubernetesObject>(
      ref.cluster,
      { path: secretPath(ref.namespace, ref.name), as: 'metadata' },
      options,
    );
    this.secrets.conventionOf(ref, body);
    checkUnmanaged(body, 'Delete it there.');
    return body;
  }

  /**
   * Deletes the Secret as it was checked. A change in between, such as a check's result, does not keep it from being deleted
   * unless something else manages it by now; one that was made anew under its name stays.
   */
  async #deleteSecret(
    ref: ConnectionRef,
    found: KubernetesObject,
    options: ServiceOptions,
  ): Promise<KubernetesObject> {
    const { uid, resourceVersion } = found.metadata;
    try {
      await this.secrets.delete(ref, { uid, resourceVersion }, options);
      return found;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    const again = await this.#readToDelete(ref, options);
    await this.secrets.delete(
      ref,
      { uid, resourceVersion: again.metadata.resourceVersion },
      options,
    );
    return again;
  }
}
