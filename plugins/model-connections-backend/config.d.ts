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
        /**
         * How the credentials of a connection reach the pods of a model service: by a ServiceAccount made for the service,
         * or by KServe's annotation that names the Secret. Images (OCI) have a way of their own. Default: `serviceAccount`.
         * @visibility backend
         */
        credentialBinding?: 'serviceAccount' | 'secretAnnotation';
        /**
         * What KServe's ConfigMap `inferenceservice-config` says about credentials, where the portal's account may not read
         * it.
         */
        storage?: {
          /**
           * The annotation of a model service that names its Secret. Default: as KServe's configuration has it, else
           * `serving.kserve.io/storageSecretName`.
           * @visibility backend
           */
          secretAnnotation?: string;
          /**
           * The Secret whose entries `storage.key` names. Default: as KServe's configuration has it, else `storage-config`.
           * @visibility backend
           */
          secretName?: string;
        };
      };
    };
    /**
     * As whom the Kubernetes plugin and its clusters are called.
     */
    kubernetes?: {
      /**
       * Whom the Kubernetes plugin's proxy sees. `plugin`: Mooring's own permissions guard, and people need no permission
       * of the Kubernetes plugin. `user`: `kubernetes.proxy` is asked for the person as well; who has it can also use the
       * proxy directly. Default: `plugin`.
       * @visibility backend
       */
      proxyIdentity?: 'plugin' | 'user';
      /**
       * Whether the portal's account acts as the signed-in person, so that the cluster's RBAC decides and its audit log
       * names them; about clusters with `serviceAccount`, `googleServiceAccount`, `aws` and `azure` only. `true` takes the
       * defaults below. Cannot be combined with `proxyIdentity: user`. deploy/rbac-impersonation.yaml has what the account
       * needs. Default: `false`.
       * @visibility backend
       */
      impersonate?:
        | boolean
        | {
            /**
             * What a person is called in clusters. `name`: `alice` for `user:default/alice`, and the entity ref for people
             * of other namespaces. `entityRef`: the entity ref of everybody. Default: `name`.
             * @visibility backend
             */
            user?: 'name' | 'entityRef';
            /**
             * Goes before what a person is called, such as `portal:`. Default: nothing.
             * @visibility backend
             */
            userPrefix?: string;
            /**
             * What a person's groups are called, as with `user`; `none` names no groups. Default: `name`.
             * @visibility backend
             */
            groups?: 'name' | 'entityRef' | 'none';
            /**
             * Goes before what a group is called. Default: nothing.
             * @visibility backend
             */
            groupPrefix?: string;
            /**
             * The groups that are named to clusters, as they are called there (with prefix); others are left out. A person
             * can have ten at most. Default: all groups of the person.
             * @visibility backend
             */
            allowedGroups?: string[];
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
