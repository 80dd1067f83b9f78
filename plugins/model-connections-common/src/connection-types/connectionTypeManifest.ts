import { stringify } from 'yaml';
import { Convention } from '../conventions';
import { ConnectionTypeDefinition } from './builtInConnectionTypes';
import { serialiseConnectionTypeData } from './serialiseConnectionTypeData';

/**
 * A connection type as the ConfigMap that holds it.
 *
 * @public
 */
export interface ConnectionTypeManifest {
  apiVersion: 'v1';
  kind: 'ConfigMap';
  metadata: {
    name: string;
    namespace: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
  };
  data: Record<string, string>;
}

/**
 * Writes a connection type as the ConfigMap that is created for it, in the namespace of the convention unless another
 * one is named. Who made it is written only where `creator` says so: a copy for elsewhere has no creator yet.
 *
 * @public
 */
export function connectionTypeManifest(
  type: ConnectionTypeDefinition & { enabled?: boolean },
  options: { convention: Convention; namespace?: string; creator?: string },
): ConnectionTypeManifest {
  const { convention, namespace, creator } = options;
  const names = convention.typeAnnotations;
  const description = type.description?.trim();
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: type.name,
      namespace: namespace ?? convention.typeNamespace,
      labels: { ...convention.typeLabels },
      annotations: {
        [names.displayName[0]]: type.displayName.trim(),
        ...(description ? { [names.description]: description } : {}),
        ...(type.enabled === false ? { [names.disabled]: 'true' } : {}),
        ...(creator ? { [names.creator]: creator } : {}),
      },
    },
    data: serialiseConnectionTypeData(type),
  };
}

/**
 * The YAML of a manifest, as `kubectl apply -f` takes it. Every long text stays on one line, as it is stored.
 *
 * @public
 */
export function connectionTypeYaml(manifest: ConnectionTypeManifest): string {
  return stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false });
}
