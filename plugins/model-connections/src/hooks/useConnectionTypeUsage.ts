import {
  ConnectionTypeRef,
  ModelConnectionsApi,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  useModelConnectionsApi,
} from '@mooring/backstage-plugin-model-connections-react';
import { useLoaded } from './useLoaded';
import { ALL_PROJECTS } from './useProjectSelection';

/** How many connections use a type, as far as the caller may see them. */
export interface ConnectionTypeUsage {
  connections: number;
  /** How many projects they are in. */
  projects: number;
  /** Some projects could not be looked into. */
  isPartial: boolean;
}

/** Where projects have to be asked one by one, this many are; counting goes no further. */
const MOST_PROJECTS = 50;
const PAGE_SIZE = 1000;

async function projectsWith(
  api: ModelConnectionsApi,
  { cluster, name }: ConnectionTypeRef,
  namespace: string,
): Promise<string[]> {
  const found: string[] = [];
  let pageToken: string | undefined;
  do {
    const page = await api.listConnections({
      cluster,
      namespace,
      limit: PAGE_SIZE,
      pageToken,
    });
    found.push(
      ...page.items
        .filter(({ typeName }) => typeName === name)
        .map(item => item.namespace),
    );
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

async function countUsage(
  api: ModelConnectionsApi,
  ref: ConnectionTypeRef,
): Promise<ConnectionTypeUsage> {
  const usage = (projects: string[], isPartial: boolean) => ({
    connections: projects.length,
    projects: new Set(projects).size,
    isPartial,
  });
  try {
    return usage(await projectsWith(api, ref, ALL_PROJECTS), false);
  } catch (error) {
    if (errorStatus(error as Error) !== 403) throw error;
  }
  // All at once is not allowed: one project after the other, as far as they are known.
  const { items, partial } = await api.listNamespaces(ref);
  const found: string[] = [];
  let isPartial = partial !== undefined || items.length > MOST_PROJECTS;
  for (const { name } of items.slice(0, MOST_PROJECTS)) {
    try {
      found.push(...(await projectsWith(api, ref, name)));
    } catch (error) {
      if (errorStatus(error as Error) !== 403) throw error;
      isPartial = true;
    }
  }
  return usage(found, isPartial);
}

/** Counts the connections that were made from a type; nothing is asked while there is none. */
export function useConnectionTypeUsage(ref: ConnectionTypeRef | undefined) {
  const api = useModelConnectionsApi();
  return useLoaded(ref && `${ref.cluster}/${ref.name}`, () =>
    countUsage(api, ref!),
  );
}
