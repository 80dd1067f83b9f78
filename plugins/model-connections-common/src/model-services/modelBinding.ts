import { Convention } from '../conventions/Convention';
import { protocolOf } from '../protocols/protocols';
import {
  CredentialPath,
  credentialPathOf,
  dedicatedServiceAccountName,
  ModelConnection,
} from './credentialBinding';
import { ModelLocation } from './ModelService';
import { persistentVolumeClaimUri } from './modelUri';

/** What a location makes of a service: all that differs between one and another. */
export interface ModelBinding {
  /** Absent where the platform's own operator binds the connection by annotations alone. */
  storageUri?: string;
  /** The connection that is bound; absent where the location names none. */
  connection?: string;
  /** Annotations of the service, besides those of the conventions that it must not have. */
  annotations: Record<string, string>;
  /** Of which connection the platform's own operator puts in the rest, and for which path. */
  operators?: { connection: string; path: string };
  /** `keep`: whatever account is there and was not made for the service. */
  serviceAccountName: string | undefined | 'keep';
  /** Whether the account is one made for the service. */
  isDedicated: boolean;
  /** The pull secrets that the location needs. */
  pullSecrets: string[];
}

/**
 * How a model at a location is bound, in a convention.
 *
 * @param secretAnnotation - the annotation that names the Secret, where the cluster binds by it and not by accounts
 */
export function modelBindingOf(
  service: string,
  location: ModelLocation,
  convention: Convention,
  connection: ModelConnection | undefined,
  secretAnnotation?: string,
): ModelBinding {
  const nothing = { annotations: {}, isDedicated: false, pullSecrets: [] };
  if (location.kind === 'pvc') {
    return {
      ...nothing,
      storageUri: persistentVolumeClaimUri(location.claim, location.path),
      serviceAccountName: 'keep',
    };
  }
  if (location.kind === 'uri') {
    return {
      ...nothing,
      storageUri: location.uri,
      serviceAccountName: location.serviceAccountName,
    };
  }
  if (!connection || connection.name !== location.connection) {
    throw new Error(`Connection ${location.connection} was not read`);
  }
  const { serviceAnnotations } = convention;
  const path = location.path ?? '';
  const mark = { [serviceAnnotations.connection]: connection.name };
  if (connection.protocol === 's3' && serviceAnnotations.s3Path) {
    return {
      ...nothing,
      connection: connection.name,
      operators: { connection: connection.name, path },
      annotations: { ...mark, [serviceAnnotations.s3Path]: path },
      serviceAccountName: location.serviceAccountName,
    };
  }
  const credentials: CredentialPath = credentialPathOf(connection);
  const bringsKeys =
    credentials === 'serviceAccount' &&
    location.serviceAccountName === undefined;
  const isDedicated = bringsKeys && secretAnnotation === undefined;
  return {
    connection: connection.name,
    storageUri: protocolOf(connection.protocol)!.modelUri(
      connection.values,
      path,
    ),
    annotations: {
      ...mark,
      ...(bringsKeys &&
        secretAnnotation !== undefined && {
          [secretAnnotation]: connection.name,
        }),
    },
    serviceAccountName: isDedicated
      ? dedicatedServiceAccountName(service)
      : location.serviceAccountName,
    isDedicated,
    pullSecrets: credentials === 'pullSecret' ? [connection.name] : [],
  };
}
