import { KubernetesMetadata } from '@mooring/backstage-plugin-model-connections-common';
import { stringify } from 'yaml';

/** Writes objects as YAML for people, in the order of their making, without managedFields. */
export function encodeServiceManifests(
  objects: readonly ({ metadata: KubernetesMetadata } | undefined)[],
): string {
  return objects
    .filter(object => object !== undefined)
    .map(({ metadata: { managedFields: _, ...metadata }, ...rest }) => {
      const { apiVersion, kind, ...more } = rest as Record<string, unknown>;
      // A text that stands twice is written twice.
      return stringify(
        { apiVersion, kind, metadata, ...more },
        { aliasDuplicateObjects: false },
      );
    })
    .join('---\n');
}
