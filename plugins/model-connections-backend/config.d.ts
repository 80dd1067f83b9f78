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
         * Whose labels and annotations are used in this cluster: `alauda` (Alauda AI) or `open-data-hub` (Open Data Hub,
         * OpenShift AI).
         */
        conventions?: {
          /**
           * What new connections and types are written in. Default: `alauda`.
           * @visibility backend
           */
          write?: 'alauda' | 'open-data-hub';
          /**
           * What existing ones are read in; must hold the one that is written. Default: both.
           * @visibility backend
           */
          read?: ('alauda' | 'open-data-hub')[];
        };
        /**
         * The namespace that holds the connection types of every convention. Default: that of each, `kube-public` for
         * `alauda` and `opendatahub` for `open-data-hub`.
         * @visibility backend
         */
        typeNamespace?: string;
        /**
         * Projects (namespaces) to offer where the portal's account may not list namespaces.
         * @visibility backend
         */
        namespaces?: string[];
        /**
         * Further connection types that can be neither edited nor deleted, beside those that carry the platform's mark.
         */
        preinstalled?: {
          /**
           * Their resource names.
           * @visibility backend
           */
          names?: string[];
          /**
           * A label selector: `key`, `key=value` and `key!=value`, joined by commas.
           * @visibility backend
           */
          selector?: string;
        };
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
