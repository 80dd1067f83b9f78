import { NotAllowedError } from '@backstage/errors';
import {
  CA_CERTIFICATE_FIELD,
  caConfigMapName,
  ConnectionCreate,
  ConnectionPatch,
  ErrorDetail,
  hasS3Settings,
  isDns1123Label,
  KeptConnectionValues,
  LOGIN_SECRET_TYPE,
  managedBy,
  protocolOf,
  ProtocolId,
  resourceNameProblem,
  s3SettingsIssues,
  S3SettingsWrite,
  ValidatedConnectionValues,
  validateConnectionValues,
  ValueIssue,
  valueSizeIssues,
  writeOnlyKeys,
} from '@mooring/backstage-plugin-model-connections-common';
import isEqual from 'lodash/isEqual';
import { StoredConnectionType } from '../../codecs/connection-type/connectionTypeCodec';
import {
  ConflictingInputError,
  InvalidInputError,
  PayloadTooLargeError,
  UnchangeableSecretError,
} from '../../errors/errors';
import { KubernetesObject, Secret } from '../../kubernetes/KubernetesObject';

const detail = ({ field, message }: ValueIssue): ErrorDetail => ({
  field,
  message,
});

function throwTooLarge(issues: readonly ValueIssue[]): void {
  const large = issues.filter(issue => issue.tooLarge);
  if (large.length > 0) {
    throw new PayloadTooLargeError(
      'The values are too large for a Secret.',
      large.map(detail),
    );
  }
}

/** Throws `PayloadTooLargeError` when a value, or all together, cannot fit into a Secret. Needs no cluster. */
export function checkSizes(values: ConnectionCreate['values']): void {
  throwTooLarge(valueSizeIssues(values));
}

/** Throws `InvalidInputError` for a name that Kubernetes would refuse. Needs no cluster. */
export function checkName(name: string): void {
  const problem = resourceNameProblem(name);
  if (problem) {
    throw new InvalidInputError('The resource name is not valid.', [
      { field: 'name', message: problem },
    ]);
  }
}

/**
 * Throws `InvalidInputError` where the name of a connection leaves no room for that of the ConfigMap with its certificates.
 *
 * @param field - under which it is said
 */
export function checkCertificateName(
  name: string,
  field: 'name' | typeof CA_CERTIFICATE_FIELD,
): void {
  if (!resourceNameProblem(caConfigMapName(name))) return;
  const most = 253 - caConfigMapName('').length;
  throw new InvalidInputError(
    'The resource name is too long for a connection with a CA certificate.',
    [
      {
        field,
        message: `The resource name of a connection with a CA certificate has at most ${most} characters, this one has ${name.length}.`,
      },
    ],
  );
}

/** Throws `InvalidInputError` for a project that Kubernetes would refuse. Needs no cluster. */
export function checkTargetNamespace(namespace: string): void {
  if (!isDns1123Label(namespace)) {
    throw new InvalidInputError('The target project is not a valid name.', [
      {
        field: 'targetNamespace',
        message: 'Use lower-case letters, digits and "-".',
      },
    ]);
  }
}

/** Throws `InvalidInputError` for a type that no connection can be made from. */
export function checkTypeUsable(type: StoredConnectionType): void {
  if (type.invalid) {
    throw unusableType(`The type "${type.name}" is faulty: ${type.invalid}`);
  }
  if (!type.enabled) {
    throw unusableType(`The type "${type.name}" is disabled.`);
  }
}

/** The error for a type that no connection can be made from. */
export function unusableType(message: string): InvalidInputError {
  return new InvalidInputError(message, [
    { field: 'typeName', message: 'Choose another connection type.' },
  ]);
}

/**
 * Checks the values against the type and gives them in their stored form. Throws `InvalidInputError` that names every
 * field that is wrong, or `PayloadTooLargeError`.
 */
export function checkValues(
  type: StoredConnectionType | undefined,
  values: ConnectionCreate['values'],
  kept?: KeptConnectionValues,
  keptBytes?: Readonly<Record<string, number>>,
  further: readonly ValueIssue[] = [],
): Omit<ValidatedConnectionValues, 'issues'> {
  const { issues, ...result } = validateConnectionValues(
    type?.fields ?? [],
    values,
    kept,
    keptBytes,
  );
  checkIssues([...issues, ...further]);
  return result;
}

/** Throws `InvalidInputError` that names every field that is wrong, or `PayloadTooLargeError`. */
export function checkIssues(issues: readonly ValueIssue[]): void {
  throwTooLarge(issues);
  if (issues.length > 0) {
    throw new InvalidInputError(
      issues.length === 1
        ? 'A value is not valid.'
        : `${issues.length} values are not valid.`,
      issues.map(detail),
    );
  }
}

/**
 * What is wrong with settings for S3 that are to be written to a connection of these protocols; nothing where none are.
 */
export function s3Issues(
  settings: S3SettingsWrite | undefined,
  protocols: readonly ProtocolId[],
): ValueIssue[] {
  return settings && !hasS3Settings(protocols)
    ? [{ field: 's3', message: 'Is for connections that serve S3 alone.' }]
    : s3SettingsIssues(settings);
}

/**
 * Throws `UnchangeableSecretError` where the change can only be made to a Secret of another type than this one, which
 * Kubernetes never changes.
 */
export function checkSecretType(
  secret: Secret,
  { values = {}, remove = [] }: ConnectionPatch,
): void {
  const key = '.dockerconfigjson';
  const isLogin = secret.type === LOGIN_SECRET_TYPE;
  if (!isLogin && values[key] !== undefined) {
    const message = `Needs a Secret of the type ${LOGIN_SECRET_TYPE}. Use Duplicate.`;
    throw new UnchangeableSecretError(
      `The kubelet takes a registry login from Secrets of the type ${LOGIN_SECRET_TYPE} alone. "${
        secret.metadata.name
      }" is of the type ${
        secret.type ?? 'Opaque'
      }, which never changes. Use Duplicate: the copy is of the right type. Put the login into the copy, and delete this connection when nothing uses it any more.`,
      [{ field: key, message }],
    );
  }
  if (isLogin && remove.includes(key)) {
    const message = `Cannot be removed: a Secret of the type ${LOGIN_SECRET_TYPE} is never without it.`;
    throw new InvalidInputError('The login cannot be removed.', [
      { field: key, message },
    ]);
  }
}

/**
 * Throws `InvalidInputError` where a change would send stored credentials to a new destination: whoever may edit a
 * connection could else learn its secret by pointing it at a server of their own.
 */
export function checkDestination(options: {
  protocols: ProtocolId[];
  before: Readonly<Record<string, string>>;
  after: Readonly<Record<string, string>>;
  /** The keys whose values were sent with the change. */
  sent: readonly string[];
}): void {
  const { before, after, sent } = options;
  const retype = options.protocols
    .map(protocolOf)
    .filter(
      protocol =>
        protocol?.sendsCredentials &&
        protocol.destinationKeys.some(key => before[key] !== after[key]),
    )
    .flatMap(protocol => writeOnlyKeys(protocol!.fields))
    .filter(key => after[key] !== undefined && !sent.includes(key));
  if (retype.length > 0) {
    throw new InvalidInputError(
      'A stored secret is not sent to a new destination.',
      retype.map(field => ({
        field,
        message: 'Type it again: the destination has changed.',
      })),
    );
  }
}

/** Throws `UnchangeableSecretError` where values would change that Kubernetes keeps from changing. */
export function checkImmutable(
  secret: Secret,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): void {
  if (secret.immutable && !isEqual(before, after)) {
    throw new UnchangeableSecretError(
      `The Secret "${secret.metadata.name}" is immutable: its values can never change. Make a copy with the new values and delete this one.`,
    );
  }
}

/** Throws `NotAllowedError` that names what else writes the Secret. */
export function checkUnmanaged(
  secret: KubernetesObject,
  instead: string,
): void {
  const owner = managedBy(secret.metadata);
  if (owner) {
    throw new NotAllowedError(
      `The Secret "${secret.metadata.name}" is managed by the ${owner.kind} "${owner.name}", which would undo this. ${instead}`,
    );
  }
}

/** The error for a version that is no longer the present one. */
export function staleVersion(name: string): ConflictingInputError {
  return new ConflictingInputError(
    `"${name}" has been changed since it was read.`,
    [
      {
        field: 'resourceVersion',
        message: 'Read it again and repeat the change.',
      },
    ],
  );
}
