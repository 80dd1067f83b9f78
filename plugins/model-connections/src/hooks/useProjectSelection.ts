import {
  Cluster,
  NamespaceList,
} from '@mooring/backstage-plugin-model-connections-common';
import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { Loaded } from './useLoaded';
import { useClusters } from './useClusters';
import { useNamespaces } from './useNamespaces';
import { useRememberedProject } from './useRememberedProject';

/** Stands for all projects of a cluster. */
export const ALL_PROJECTS = '-';

/** The cluster and project that a page is about, and what there is to choose from. */
export interface ProjectSelection {
  clusters: Loaded<Cluster[]>;
  /** As chosen, even when there is no such cluster. */
  clusterName?: string;
  cluster?: Cluster;
  namespaces: Loaded<NamespaceList>;
  /** `-` for all projects; absent while nothing can be chosen for the person. */
  namespace?: string;
  /** The cluster lists all its projects, and this one is not among them. */
  isUnknownProject: boolean;
  selectCluster(name: string): void;
  selectNamespace(namespace: string): void;
}

function initialNamespace(
  namespaces: Loaded<NamespaceList>,
): string | undefined {
  if (namespaces.status !== 'ready') {
    return undefined;
  }
  const { items, partial } = namespaces.value;
  return partial === undefined ? ALL_PROJECTS : items[0]?.name;
}

/**
 * Cluster and project by the URL's query, else what was looked at last, else the first that can be used. The URL is
 * completed, so that it can be passed on.
 */
export function useProjectSelection(): ProjectSelection {
  const [query, setQuery] = useSearchParams();
  const { state } = useLocation();
  const { remembered, isKnown, remember } = useRememberedProject();
  const clusters = useClusters();
  const found = (name: string | undefined) =>
    clusters.value?.find(cluster => cluster.name === name);

  const fromQuery = query.get('cluster') ?? undefined;
  const clusterName =
    fromQuery ??
    (
      found(remembered.cluster) ??
      clusters.value?.find(cluster => cluster.unusable === undefined) ??
      clusters.value?.[0]
    )?.name;
  const cluster = found(clusterName);
  const isUsable = cluster !== undefined && cluster.unusable === undefined;

  const namespaces = useNamespaces(isUsable ? cluster.name : undefined);
  const namespace = isUsable
    ? query.get('namespace') ??
      remembered.namespaces?.[cluster.name] ??
      initialNamespace(namespaces)
    : undefined;

  useEffect(() => {
    const isComplete = query.has('cluster') && query.has('namespace');
    if (isKnown && !isComplete && clusterName && namespace) {
      setQuery(
        old => {
          const next = new URLSearchParams(old);
          next.set('cluster', clusterName);
          next.set('namespace', namespace);
          return next;
        },
        // What another page left here is not lost by it.
        { replace: true, state },
      );
    }
  }, [isKnown, query, clusterName, namespace, setQuery, state]);

  const select = (nextCluster: string, nextNamespace: string | undefined) => {
    remember(nextCluster, nextNamespace);
    setQuery(old => {
      const next = new URLSearchParams(old);
      next.set('cluster', nextCluster);
      if (nextNamespace === undefined) {
        next.delete('namespace');
      } else {
        next.set('namespace', nextNamespace);
      }
      return next;
    });
  };

  return {
    clusters,
    clusterName,
    cluster,
    namespaces,
    namespace,
    isUnknownProject:
      namespace !== undefined &&
      namespace !== ALL_PROJECTS &&
      namespaces.status === 'ready' &&
      namespaces.value.partial === undefined &&
      !namespaces.value.items.some(({ name }) => name === namespace),
    selectCluster: name => select(name, undefined),
    selectNamespace: name => clusterName && select(clusterName, name),
  };
}
