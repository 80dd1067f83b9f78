import {
  ConnectionTypeFormField,
  isValueField,
} from '../connection-types/connectionTypeFieldSchema';

/**
 * The type of the Secrets that the kubelet takes registry logins from; each holds the key `.dockerconfigjson`.
 *
 * @public
 */
export const LOGIN_SECRET_TYPE = 'kubernetes.io/dockerconfigjson';

/**
 * The type of the Secret for a connection of a type with these fields. The kubelet ignores a registry login of type
 * Opaque, and a Secret's type can never change.
 *
 * @public
 */
export function secretTypeOf(fields: ConnectionTypeFormField[]): string {
  return fields.some(
    field => isValueField(field) && field.envVar === '.dockerconfigjson',
  )
    ? LOGIN_SECRET_TYPE
    : 'Opaque';
}
