import {
  decodeContinueToken,
  encodeContinueToken,
  expiredContinueToken,
} from './continueToken';
import { parseFieldSelector } from './fieldSelector';
import { KubernetesObject } from './KubernetesObject';
import { parseLabelSelector } from './labelSelector';
import { ObjectStore } from './ObjectStore';
import { ResourcePath } from './parseResourcePath';
import { badRequest } from './StatusError';

/** A page of objects, and the metadata of the list. */
export interface ObjectPage {
  objects: KubernetesObject[];
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
}

/**
 * Lists objects by selectors, page by page; later pages show the state of the
 * first.
 *
 * @throws StatusError 400 for a bad selector, limit or token; 410 for a token
 *   whose state is not kept any more
 */
export function listObjects(
  store: ObjectStore,
  { resource, namespace }: ResourcePath,
  query: URLSearchParams,
): ObjectPage {
  const labelSelector = query.get('labelSelector') ?? '';
  const fieldSelector = query.get('fieldSelector') ?? '';
  const matchesLabels = parseLabelSelector(labelSelector);
  const matchesFields = parseFieldSelector(resource, fieldSelector);
  const limit = parseLimit(query.get('limit'));
  const token = query.get('continue');
  if (token && query.get('resourceVersion')) {
    throw badRequest(
      'specifying resource version is not allowed when using continue',
    );
  }

  const position = token ? decodeContinueToken(token) : undefined;
  const goesOn = position !== undefined && position.revision >= 0;
  const revision = goesOn ? position.revision : store.currentRevision;
  const all = goesOn
    ? store.snapshot(resource, revision, namespace)
    : store.list(resource, namespace);
  if (!all) {
    throw expiredContinueToken(position!);
  }

  // Positions are relative to the namespace that is listed.
  const prefix = namespace ? `${namespace}/` : '';
  const matching = all.filter(
    ({ key, object }) =>
      (!position || key > prefix + position.after) &&
      matchesLabels(object.metadata.labels ?? {}) &&
      matchesFields(object),
  );
  const page = limit > 0 ? matching.slice(0, limit) : matching;
  const metadata: ObjectPage['metadata'] = {
    resourceVersion: String(revision),
  };
  if (page.length < matching.length) {
    if (!goesOn) {
      store.keepSnapshot(resource);
    }
    metadata.continue = encodeContinueToken({
      revision,
      after: page[page.length - 1].key.slice(prefix.length),
    });
    if (!labelSelector && !fieldSelector) {
      metadata.remainingItemCount = matching.length - page.length;
    }
  }
  return { objects: page.map(({ object }) => object), metadata };
}

function parseLimit(limit: string | null): number {
  if (limit !== null && !/^-?\d+$/.test(limit)) {
    throw badRequest(`strconv.ParseInt: parsing "${limit}": invalid syntax`);
  }
  return Number(limit ?? 0);
}
