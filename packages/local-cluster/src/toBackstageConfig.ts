import { LocalCluster } from './LocalCluster';

/**
 * The value of Backstage's `kubernetes:` configuration that makes its
 * Kubernetes plugin use the cluster.
 *
 * @param options.name - name of the cluster in Backstage, `local` by default
 * @param options.url - another URL to reach it by, as of a recording proxy
 */
export function toBackstageConfig(
  cluster: LocalCluster,
  options: { name?: string; url?: string } = {},
) {
  return {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: [
          {
            name: options.name ?? 'local',
            title: cluster.title,
            url: options.url ?? cluster.url,
            authProvider: 'serviceAccount',
            serviceAccountToken: cluster.tokens.backstage,
            caData: cluster.caData,
          },
        ],
      },
    ],
  };
}
