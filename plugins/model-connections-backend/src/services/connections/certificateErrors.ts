import {
  CA_CERTIFICATE_FIELD,
  caConfigMapName,
  ConnectionRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ConflictingInputError,
  UnprocessableEntityError,
} from '../../errors/errors';

/** The error for a version of the ConfigMap with the certificates that is no longer the one that was read. */
export function staleCertificate(connection: string): ConflictingInputError {
  return new ConflictingInputError(
    `The CA certificate of "${connection}" has been changed since it was read.`,
    [
      {
        field: 'caVersion',
        message: 'Read the connection again and repeat the change.',
      },
    ],
  );
}

/** The error for a ConfigMap that somebody else wrote while certificates were to be written to it. */
export function certificateMeanwhile(configMap: string): ConflictingInputError {
  return new ConflictingInputError(
    `The ConfigMap "${configMap}" for the certificate was made or changed by somebody else at the same time.`,
    [
      {
        field: CA_CERTIFICATE_FIELD,
        message: 'Is not saved. Look at what is there, and save once more.',
      },
    ],
  );
}

/** The error for a ConfigMap of the name that a connection's own would have, which is somebody else's. */
export function foreignConfigMap({
  namespace,
  name,
}: ConnectionRef): UnprocessableEntityError {
  const configMap = caConfigMapName(name);
  return new UnprocessableEntityError(
    `The ConfigMap "${configMap}" in the project "${namespace}" is not this connection's, so the certificate cannot be kept there.`,
    [
      {
        field: CA_CERTIFICATE_FIELD,
        message: `Would be kept in the ConfigMap "${configMap}", which somebody else has made. Rename or delete that, or use a connection of another name.`,
      },
    ],
  );
}
