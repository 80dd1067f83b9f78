import { KubernetesMetadata } from '../connections/KubernetesMetadata';
import { protocols, shadowedProtocols } from '../protocols/protocols';
import { ConventionId, ProtocolId } from '../schema/openapi';
import { MODEL_SERVICE } from './annotations';
import { InferenceService } from './InferenceService';

/**
 * What has to be known of a connection to serve a model from it.
 *
 * @public
 */
export interface ModelConnection {
  name: string;
  /** Whose names it is written in; absent for those of the service. */
  convention?: ConventionId;
  protocol: ProtocolId;
  /** The names of the keys in its Secret. */
  keys: readonly string[];
  /** The values that may be shown, in their stored form. */
  values: Readonly<Record<string, string>>;
}

/**
 * How a connection's credentials reach a pod: through the ServiceAccount, as a pull secret, or not at all.
 *
 * @public
 */
export type CredentialPath = 'serviceAccount' | 'pullSecret' | 'none';

/**
 * How the credentials of a connection reach a pod.
 *
 * @public
 */
export function credentialPathOf(
  connection: Pick<ModelConnection, 'protocol' | 'keys'>,
): CredentialPath {
  if (connection.protocol === 'oci') {
    return 'pullSecret';
  }
  const keys = new Set(connection.keys);
  return protocols.some(protocol => protocol.injects(keys))
    ? 'serviceAccount'
    : 'none';
}

/**
 * Why KServe would not use the connection's own credentials; `undefined` when it does. Of the kinds of credentials in one
 * Secret it takes one only.
 *
 * @public
 */
export function shadowedCredentialsProblem(
  connection: Pick<ModelConnection, 'protocol' | 'keys'>,
): string | undefined {
  return shadowedProtocols(connection.keys).includes(connection.protocol)
    ? 'Its Secret holds credentials of another kind, which KServe finds first; split it into two connections.'
    : undefined;
}

/**
 * A ServiceAccount, as far as it is read and made here.
 *
 * @public
 */
export interface ServiceAccount {
  apiVersion?: string;
  kind?: string;
  metadata: KubernetesMetadata;
  secrets?: { name?: string }[];
  imagePullSecrets?: { name?: string }[];
  [field: string]: unknown;
}

/**
 * An owner in Kubernetes' own shape. Not `controller`, which would mark the object as managed by something else, and without
 * `blockOwnerDeletion`, which asks for further rights.
 *
 * @public
 */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
}

/**
 * The name of the ServiceAccount that is made for one service. Two credential Secrets on one account would mix keys of the
 * one with the endpoint of the other (seen on KServe 0.20), so no two services share one.
 *
 * @public
 */
export function dedicatedServiceAccountName(service: string): string {
  return `${service}-model-source`;
}

/**
 * What makes an object go with a service: for `metadata.ownerReferences`.
 *
 * @throws Error when the service has not been stored yet
 * @public
 */
export function ownerReferenceTo(service: InferenceService): OwnerReference {
  if (!service.metadata.uid) {
    throw new Error(`${service.metadata.name} has not been stored yet`);
  }
  return {
    apiVersion: service.apiVersion ?? 'serving.kserve.io/v1beta1',
    kind: service.kind ?? 'InferenceService',
    name: service.metadata.name,
    uid: service.metadata.uid,
  };
}

/**
 * The ServiceAccount that brings a connection's credentials to one service.
 *
 * @param options.pullSecrets - those of the account that it takes the place of: the project's private images need them
 * @param options.owner - absent until the service is stored
 * @public
 */
export function renderServiceAccount(options: {
  namespace: string;
  service: string;
  connection: string;
  pullSecrets?: readonly string[];
  owner?: OwnerReference;
}): ServiceAccount {
  const { namespace, service, connection, pullSecrets = [], owner } = options;
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: dedicatedServiceAccountName(service),
      namespace,
      annotations: { [MODEL_SERVICE]: service },
      ...(owner && { ownerReferences: [owner] }),
    },
    secrets: [{ name: connection }],
    ...(pullSecrets.length > 0 && {
      imagePullSecrets: pullSecrets.map(name => ({ name })),
    }),
  };
}

/** On an account of OpenShift: the pull secret of the cluster's own registry, which the cluster adds to it. */
const REGISTRY_PULL_SECRET = 'openshift.io/internal-registry-pull-secret-ref';

/** What clusters call the Secrets that they add: after the account, or after the beginning of a long name and a hash of it. */
const ADDED_SECRET =
  /^((.+?)(?:-[0-9a-f]{8})?)-(?:dockercfg|token)-[a-z0-9]{5}$/;

function isAddedByCluster(
  secret: string,
  { metadata: { name, annotations } }: ServiceAccount,
): boolean {
  if (secret === annotations?.[REGISTRY_PULL_SECRET]) return true;
  const [, base, beginning] = ADDED_SECRET.exec(secret) ?? [];
  return (
    base !== undefined &&
    (base === name || (base !== beginning && name.startsWith(beginning)))
  );
}

/**
 * The Secrets of a ServiceAccount but for those that the cluster adds to every account by itself: OpenShift the pull secret
 * of its own registry (`<account>-dockercfg-x7k2p`), and Kubernetes before 1.24 a token (`<account>-token-x7k2p`). They bring
 * no credentials of a connection, and are not for us to take out.
 *
 * @see https://github.com/openshift/openshift-controller-manager/tree/main/pkg/internalregistry/controllers
 * @public
 */
export function credentialSecretsOf(account: ServiceAccount): string[] {
  return (account.secrets ?? []).flatMap(({ name = '' }) =>
    isAddedByCluster(name, account) ? [] : [name],
  );
}

/**
 * Whether a ServiceAccount was made for a service and holds nothing but one of its connections and what the cluster adds, so
 * that it may be taken up again, changed and removed. Anything else of that name is somebody else's.
 *
 * @param connections - the connections that the service has, or had before the change at hand
 * @public
 */
export function isDedicatedServiceAccount(
  account: ServiceAccount,
  service: string,
  connections: readonly string[],
): boolean {
  const secrets = credentialSecretsOf(account);
  return (
    account.metadata.name === dedicatedServiceAccountName(service) &&
    account.metadata.annotations?.[MODEL_SERVICE] === service &&
    secrets.length === 1 &&
    connections.includes(secrets[0])
  );
}
