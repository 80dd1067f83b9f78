import {
  ConnectionSummary,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { ListPages, useListPages } from './useListPages';

/** How many connections one request asks for. */
const PAGE_SIZE = 500;

/** The connections of a project as far as they are loaded. */
export type ConnectionPages = ListPages<ConnectionSummary>;

/** Loads the connections of a project page by page; see {@link useListPages}. */
export function useConnectionPages(
  project: ProjectRef | undefined,
): ConnectionPages {
  const api = useModelConnectionsApi();
  return useListPages(
    project && `${project.cluster}/${project.namespace}`,
    pageToken =>
      api.listConnections({
        cluster: project!.cluster,
        namespace: project!.namespace,
        limit: PAGE_SIZE,
        pageToken,
      }),
  );
}
