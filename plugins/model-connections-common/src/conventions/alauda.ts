import { Convention } from './Convention';

/**
 * The names of Alauda AI: note `display_name` on types and `display-name` on connections.
 *
 * @public
 */
export const alauda: Convention = {
  id: 'alauda',
  typeNamespace: 'kube-public',
  typeLabels: {
    'cpaas.io/dashboard': 'true',
    'cpaas.io/connection-type': 'true',
  },
  // Ours: the platform's own marker of preinstalled types is not published.
  preinstalledLabel: { key: 'cpaas.io/preinstalled', value: 'true' },
  typeAnnotations: {
    displayName: ['cpaas.io/display_name', 'cpaas.io/display-name'],
    description: 'cpaas.io/description',
    disabled: 'cpaas.io/disabled',
    creator: 'cpaas.io/creator',
  },
  connectionLabel: { key: 'cpaas.io/dashboard', value: 'true' },
  connectionAnnotations: {
    displayName: ['cpaas.io/display-name', 'cpaas.io/display_name'],
    description: 'cpaas.io/description',
    typeName: ['cpaas.io/connection-type-ref'],
    protocol: 'cpaas.io/connection-type-protocol',
    creator: 'cpaas.io/creator',
    checkStatus: 'mooring.dev/check-status',
    checkAt: 'mooring.dev/check-at',
    checkMessage: 'mooring.dev/check-message',
  },
  serviceAnnotations: { connection: 'aml-model-source-connection' },
  extraKeys: {},
  habits: { pullsWithoutAccessType: false },
};
