import { HumanDuration } from '@backstage/types';

export interface Config {
  /**
   * Model connections (Mooring). Clusters themselves are configured under `kubernetes`.
   */
  modelConnections?: {
    clusters?: {
      /**
       * Keyed by the cluster's name in the Kubernetes plugin.
       */
      [name: string]: {
        /**
         * The namespace that holds the connection types. Default: `kube-public`.
         * @visibility backend
         */
        typeNamespace?: string;
        /**
         * Projects (namespaces) to offer where the portal's account may not list namespaces.
         * @visibility backend
         */
        namespaces?: string[];
      };
    };
    limits?: {
      /**
       * The largest request body, in bytes. Default: 8388608.
       * @visibility backend
       */
      bodyBytes?: number;
      /**
       * How many objects a cluster is asked for at once, at most. Default: 1000.
       * @visibility backend
       */
      pageSize?: number;
      /**
       * After how long a call to a cluster is given up. Default: `30s`.
       * @visibility backend
       */
      clusterTimeout?: string | HumanDuration;
    };
  };
}
