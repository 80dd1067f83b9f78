import { NotAllowedError } from '@backstage/errors';
import {
  ConnectionType,
  ConnectionTypeFormField,
  ConnectionTypeWrite,
  validateConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { StoredConnectionType } from '../../codecs/connection-type/connectionTypeCodec';
import {
  ClusterForbiddenError,
  ImpersonationForbiddenError,
  InvalidInputError,
} from '../../errors/errors';

/**
 * The fields of a type that can be written; without its name, for one that exists. Throws `InvalidInputError` that names
 * everything that is wrong.
 */
export function checkType(
  type: Omit<ConnectionTypeWrite, 'name'> & { name?: string },
): ConnectionTypeFormField[] {
  const { issues, fields } = validateConnectionType(type);
  if (issues.length > 0) {
    throw new InvalidInputError('The connection type is not valid.', issues);
  }
  return fields;
}

/** Throws `NotAllowedError` for a type that is locked. */
export function checkUnlocked(type: StoredConnectionType, done: string): void {
  if (type.preinstalled) {
    throw new NotAllowedError(
      `The connection type "${type.name}" is preinstalled and cannot be ${done}; duplicate it instead.`,
    );
  }
}

/** What the type's own state allows; who asks is the business of the decorator. */
export function describeConnectionType(
  type: StoredConnectionType,
): ConnectionType {
  return {
    ...type,
    allowedActions: type.preinstalled
      ? ['enable']
      : ['update', 'delete', 'enable'],
  };
}

/** Whether the cluster's RBAC refused a call. */
export const isRefusal = (error: unknown) =>
  error instanceof ClusterForbiddenError;

/**
 * `kube-public` by itself lets nobody list ConfigMaps, so a refusal is the most likely first obstacle: says what to apply,
 * or gives `instead` where it is given.
 */
export async function explainRefusal<T>(
  namespace: string,
  call: () => Promise<T>,
  instead?: T,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ClusterForbiddenError)) {
      throw error;
    }
    if (instead !== undefined) {
      return instead;
    }
    if (error instanceof ImpersonationForbiddenError) {
      throw error; // says itself what to apply
    }
    throw new ClusterForbiddenError(
      `${error.message} A cluster admin has to give the right to read, and for editing write, ConfigMaps in "${namespace}"; deploy/roles.yaml holds the Roles.`,
    );
  }
}
