import {
  ModelService,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { ListPages, useListPages } from './useListPages';

/** How many services one request asks for. */
const PAGE_SIZE = 500;

/** The model services of a project as far as they are loaded. */
export type ModelServicePages = ListPages<ModelService>;

/** Loads the model services of a project page by page; see {@link useListPages}. */
export function useModelServicePages(
  project: ProjectRef | undefined,
): ModelServicePages {
  const api = useModelConnectionsApi();
  return useListPages(
    project && `${project.cluster}/${project.namespace}`,
    pageToken =>
      api.listModelServices({
        cluster: project!.cluster,
        namespace: project!.namespace,
        limit: PAGE_SIZE,
        pageToken,
      }),
  );
}
