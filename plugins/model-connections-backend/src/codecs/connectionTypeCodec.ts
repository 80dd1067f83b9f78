import {
  ConnectionType,
  ConnectionTypeDefinition,
  ConnectionTypeFormField,
  Convention,
  parseConnectionTypeData,
  protocolsOfFields,
  serialiseConnectionTypeData,
} from '@mooring/backstage-plugin-model-connections-common';
import { ConfigMap } from '../kubernetes/KubernetesObject';
import { firstOf } from './firstOf';

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
    preinstalled: metadata.labels?.[key] === value,
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
  const names = convention.typeAnnotations;
  const { key, value } = convention.preinstalledLabel;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: definition.name,
      namespace,
      labels: { ...convention.typeLabels, [key]: value },
      annotations: {
        [names.displayName[0]]: definition.displayName,
        ...(definition.description
          ? { [names.description]: definition.description }
          : {}),
      },
    },
    data: serialiseConnectionTypeData(definition),
  };
}
