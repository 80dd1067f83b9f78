import { parseEntityRef } from '@backstage/catalog-model';

/**
 * A creator for reading: the name of an entity reference, anything else as it is. It is an annotation that anybody
 * with access to the cluster can write, so it is shown and never trusted.
 */
export function creatorName(creator: string): string {
  try {
    return parseEntityRef(creator, { defaultKind: 'user' }).name;
  } catch {
    return creator;
  }
}
