import { ApiResource } from './apiResources';
import { KubernetesObject } from './KubernetesObject';
import { StatusError } from './StatusError';

/** How the client wants objects to be written. */
export type Representation =
  | { as: 'whole' }
  | {
      as: 'PartialObjectMetadata' | 'PartialObjectMetadataList';
      apiVersion: string;
    };

/**
 * Reads the `Accept` header.
 *
 * @throws StatusError 406 when nothing in it can be served
 */
export function negotiate(accept: string | undefined): Representation {
  for (const range of (accept || '*/*').split(',')) {
    const [type, ...parameters] = range.split(';').map(part => part.trim());
    const values = new Map(
      parameters.map(parameter => {
        const [name, value] = parameter.split('=');
        return [name, value ?? ''];
      }),
    );
    const as = values.get('as');
    if (!['application/json', 'application/*', '*/*'].includes(type)) {
      continue;
    }
    if (as === undefined) {
      return { as: 'whole' };
    }
    if (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList') {
      return { as, apiVersion: `${values.get('g')}/${values.get('v')}` };
    }
  }
  throw new StatusError(
    406,
    'NotAcceptable',
    '406: Not Acceptable\n\nAvailable representations: application/json',
    {},
  );
}

/** One object as the client wants it. */
export function representObject(
  resource: ApiResource,
  object: KubernetesObject,
  representation: Representation,
): object {
  if (representation.as === 'PartialObjectMetadataList') {
    throw new StatusError(
      406,
      'NotAcceptable',
      `you requested PartialObjectMetadataList, but the requested object is not a list (*core.${resource.kind})`,
    );
  }
  return representation.as === 'whole'
    ? object
    : metadataOnly(object, representation.apiVersion);
}

/** A list as the client wants it. */
export function representList(
  resource: ApiResource,
  listMetadata: object,
  objects: KubernetesObject[],
  representation: Representation,
): object {
  if (representation.as === 'PartialObjectMetadata') {
    throw new StatusError(
      406,
      'NotAcceptable',
      `you requested PartialObjectMetadata, but the requested object is a list (*core.${resource.kind}List)`,
    );
  }
  if (representation.as === 'PartialObjectMetadataList') {
    return {
      kind: representation.as,
      apiVersion: representation.apiVersion,
      metadata: listMetadata,
      // Seen on the real server: null, not an empty list.
      items:
        objects.length > 0
          ? objects.map(object =>
              metadataOnly(object, representation.apiVersion),
            )
          : null,
    };
  }
  return {
    kind: `${resource.kind}List`,
    apiVersion: resource.group
      ? `${resource.group}/${resource.version}`
      : resource.version,
    metadata: listMetadata,
    items: objects.map(object => {
      // Items of built-in lists do not repeat what the list is of.
      const { kind, apiVersion, ...rest } = object;
      return resource.custom ? object : rest;
    }),
  };
}

function metadataOnly(object: KubernetesObject, apiVersion: string): object {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion,
    metadata: object.metadata,
  };
}
