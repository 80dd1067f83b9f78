import {
  ClusterList,
  ClusterRef,
  NamespaceList,
} from '@mooring/backstage-plugin-model-connections-common';
import { ServiceOptions } from '../ServiceOptions';

/** The clusters of the Kubernetes plugin and their projects. */
export interface ClustersService {
  /** All clusters; one that cannot be used says why. */
  list(options: ServiceOptions): Promise<ClusterList>;

  /** The projects of a cluster; where it refuses the list, those of config, and `partial` says so. */
  listNamespaces(
    ref: ClusterRef,
    options: ServiceOptions,
  ): Promise<NamespaceList>;
}
