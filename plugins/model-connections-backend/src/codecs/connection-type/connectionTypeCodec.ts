import {
  ConnectionType,
  ConnectionTypeDefinition,
  ConnectionTypeFormField,
  connectionTypeManifest,
  ConnectionTypeWrite,
  Convention,
  parseConnectionTypeData,
  protocolsOfFields,
  serialiseConnectionTypeData,
} from '@mooring/backstage-plugin-model-connections-common';
import { ConfigMap } from '../../kubernetes/KubernetesObject';
import { firstOf } from '../firstOf';

/** A connection type before anybody has decided who may do what with it. */
export type StoredConnectionType = Omit<
  ConnectionType,
  'allowedActions' | 'fields'
> & { fields: ConnectionTypeFormField[] };

/** The label selector that finds the connection types of a convention. */
export function connectionTypeSelector(convention: Convention): string {
  return Object.entries(convention.typeLabels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** Whether a ConfigMap is a connection type of this convention. */
export function isConnectionType(
  configMap: ConfigMap,
  convention: Convention,
): boolean {
  return Object.entries(convention.typeLabels).every(
    ([key, value]) => configMap.metadata.labels?.[key] === value,
  );
}

/** Reads a ConfigMap as a connection type. Never throws: what does not parse is named in `invalid`. */
export function decodeConnectionType(
  configMap: ConfigMap,
  convention: Convention,
): StoredConnectionType {
  const { metadata } = configMap;
  const names = convention.typeAnnotations;
  const { key, value } = convention.preinstalledLabel;
  const data = parseConnectionTypeData(configMap.data ?? {});
  return {
    name: metadata.name,
    displayName: firstOf(metadata.annotations, names.displayName),
    description: metadata.annotations?.[names.description],
    categories: data.categories,
    enabled: metadata.annotations?.[names.disabled] !== 'true',
    preinstalled:
      value === undefined
        ? metadata.labels?.[key] !== undefined
        : metadata.labels?.[key] === value,
    protocols: protocolsOfFields(data.fields),
    fields: data.fields,
    creator: metadata.annotations?.[names.creator],
    createdAt: metadata.creationTimestamp ?? '',
    resourceVersion: metadata.resourceVersion ?? '',
    convention: convention.id,
    invalid: data.invalid,
  };
}

/** Writes a built-in type as the ConfigMap that is created for it. */
export function encodeBuiltInConnectionType(
  definition: ConnectionTypeDefinition,
  convention: Convention,
  namespace: string,
): ConfigMap {
  const { key, value } = convention.preinstalledLabel;
  const manifest = connectionTypeManifest(definition, {
    convention,
    namespace,
  });
  manifest.metadata.labels[key] = value ?? 'mooring';
  return manifest;
}

/** The annotations of a type that a write sets; `null` removes one. */
function typeAnnotations(
  type: ConnectionTypeWrite,
  convention: Convention,
): Record<string, string | null> {
  const names = convention.typeAnnotations;
  const [displayName, ...otherDisplayNames] = names.displayName;
  return {
    [displayName]: type.displayName.trim(),
    ...Object.fromEntries(otherDisplayNames.map(name => [name, null])),
    [names.description]: type.description?.trim() || null,
    [names.disabled]: type.enabled ? null : 'true',
  };
}

/** Writes a new type as the ConfigMap that is created for it. */
export function encodeConnectionType(
  type: ConnectionTypeWrite & { fields: ConnectionTypeFormField[] },
  options: { convention: Convention; namespace: string; creator: string },
): ConfigMap {
  return connectionTypeManifest(type, options);
}

/**
 * Writes an edited type as a merge patch on the ConfigMap it was read from: what is not ours, and every field that was not
 * edited, stays byte for byte.
 */
export function encodeConnectionTypePatch(
  type: ConnectionTypeWrite & { fields: ConnectionTypeFormField[] },
  previous: ConfigMap,
  convention: Convention,
): object {
  const before = previous.metadata.annotations ?? {};
  const annotations = Object.entries(typeAnnotations(type, convention)).filter(
    ([key, value]) => (before[key] ?? null) !== value,
  );
  const data = Object.entries(
    serialiseConnectionTypeData(type, previous.data),
  ).filter(([key, value]) => previous.data?.[key] !== value);
  return {
    metadata: {
      resourceVersion: type.resourceVersion,
      ...(annotations.length > 0
        ? { annotations: Object.fromEntries(annotations) }
        : {}),
    },
    ...(data.length > 0 ? { data: Object.fromEntries(data) } : {}),
  };
}

/** The merge patch that enables or disables a type. */
export function encodeConnectionTypeEnabled(
  enabled: boolean,
  convention: Convention,
): object {
  const { disabled } = convention.typeAnnotations;
  return { metadata: { annotations: { [disabled]: enabled ? null : 'true' } } };
}
