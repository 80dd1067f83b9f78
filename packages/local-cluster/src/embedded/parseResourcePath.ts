import { ApiResource, apiResources, groupVersionOf } from './apiResources';
import { notImplemented, unknownResource } from './StatusError';

/** What a path of the API points at. */
export interface ResourcePath {
  resource: ApiResource;
  /** Undefined: all namespaces, or a resource without namespaces. */
  namespace?: string;
  /** Undefined: the collection. */
  name?: string;
  subresource?: 'status';
}

const knownGroupVersions = new Set(apiResources.map(groupVersionOf));

/**
 * Reads `/api/v1/namespaces/<ns>/<plural>/<name>` and its relatives.
 *
 * @returns undefined where no API group of that name is served
 * @throws StatusError 404 for an unknown resource of a known group, 501 for a
 *   subresource that only the real server has
 */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const match =
    /^\/(?:api\/([^/]+)|apis\/([^/]+\/[^/]+))\/(.+?)\/?$/.exec(path) ??
    undefined;
  const groupVersion = match?.[1] ?? match?.[2];
  if (!match || !groupVersion || !knownGroupVersions.has(groupVersion)) {
    return undefined;
  }
  const segments = match[3].split('/').map(decodeURIComponent);
  // `/namespaces/<ns>/status` is the namespace's own subresource, everything
  // else after a namespace's name is a resource in it.
  const isInNamespace =
    segments[0] === 'namespaces' &&
    segments.length > 2 &&
    segments[2] !== 'status';
  const namespace = isInNamespace ? segments[1] : undefined;
  const [plural, name, subresource, ...rest] = isInNamespace
    ? segments.slice(2)
    : segments;
  const resource = apiResources.find(
    candidate =>
      groupVersionOf(candidate) === groupVersion && candidate.plural === plural,
  );
  const isMisplaced =
    resource &&
    (resource.namespaced ? name && !namespace : namespace !== undefined);
  if (!resource || isMisplaced || rest.length > 0) {
    throw unknownResource();
  }
  if (subresource && !(subresource === 'status' && resource.hasStatus)) {
    throw notImplemented(`the subresource ${plural}/${subresource}`);
  }
  return {
    resource,
    namespace,
    name,
    subresource: subresource ? 'status' : undefined,
  };
}
