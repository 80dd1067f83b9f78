const rbac = { apiVersion: 'rbac.authorization.k8s.io/v1' };
const read = ['get', 'list', 'watch'];
const write = ['create', 'update', 'patch', 'delete'];

/**
 * What the portal's account may do in a real local cluster: no more than the
 * portal needs, so that a missing permission is noticed here and not by an
 * adopter.
 */
export const backstageAccess: object[] = [
  {
    ...rbac,
    kind: 'ClusterRole',
    metadata: { name: 'mooring-backstage' },
    rules: [
      {
        apiGroups: [''],
        resources: ['secrets', 'configmaps', 'serviceaccounts'],
        verbs: [...read, ...write],
      },
      {
        apiGroups: ['serving.kserve.io'],
        resources: ['inferenceservices'],
        verbs: [...read, ...write],
      },
      {
        apiGroups: [''],
        resources: [
          'namespaces',
          'events',
          'pods',
          'services',
          'persistentvolumeclaims',
          'limitranges',
          'resourcequotas',
        ],
        verbs: read,
      },
      {
        apiGroups: ['apps'],
        resources: ['deployments', 'replicasets', 'statefulsets', 'daemonsets'],
        verbs: read,
      },
      {
        apiGroups: ['batch'],
        resources: ['jobs', 'cronjobs'],
        verbs: read,
      },
      {
        apiGroups: ['networking.k8s.io'],
        resources: ['ingresses'],
        verbs: read,
      },
      {
        apiGroups: ['autoscaling'],
        resources: ['horizontalpodautoscalers'],
        verbs: read,
      },
      {
        apiGroups: ['metrics.k8s.io'],
        resources: ['pods'],
        verbs: read,
      },
      {
        apiGroups: ['serving.kserve.io'],
        resources: [
          'llminferenceservices',
          'servingruntimes',
          'clusterservingruntimes',
        ],
        verbs: read,
      },
      {
        apiGroups: ['admissionregistration.k8s.io'],
        resources: ['mutatingwebhookconfigurations'],
        verbs: read,
      },
    ],
  },
  {
    ...rbac,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'mooring-backstage' },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: 'mooring-backstage',
    },
    subjects: [
      {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'User',
        name: 'backstage',
      },
    ],
  },
];
