import { ApiResource, apiResources, groupVersionOf } from './apiResources';

const verbs = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
];

/**
 * What the discovery paths answer: `/version`, `/readyz`, `/api`, `/apis`,
 * `/api/v1`, `/apis/<group>` and `/apis/<group>/<version>`.
 *
 * @returns an object for JSON, a text as it is, or undefined for other paths
 */
export function discover(
  path: string,
  version: string,
): object | string | undefined {
  switch (path) {
    case '/version':
      return { major: '1', minor: '36', gitVersion: version };
    case '/healthz':
    case '/livez':
    case '/readyz':
      return 'ok';
    case '/api':
      return { kind: 'APIVersions', versions: ['v1'] };
    case '/apis':
      return {
        kind: 'APIGroupList',
        apiVersion: 'v1',
        groups: groupNames().map(describeGroup),
      };
    default:
  }
  const match = /^\/(?:api|apis)\/(.+?)\/?$/.exec(path);
  if (!match) {
    return undefined;
  }
  const resources = apiResources.filter(
    resource =>
      groupVersionOf(resource) === match[1] &&
      path.startsWith(resource.group ? '/apis/' : '/api/'),
  );
  if (resources.length > 0) {
    return {
      kind: 'APIResourceList',
      ...(resources[0].group && { apiVersion: 'v1' }),
      groupVersion: match[1],
      resources: resources.flatMap(describeResource),
    };
  }
  return groupNames().includes(match[1]) && path.startsWith('/apis/')
    ? { kind: 'APIGroup', apiVersion: 'v1', ...describeGroup(match[1]) }
    : undefined;
}

function groupNames(): string[] {
  return [
    ...new Set(apiResources.map(resource => resource.group).filter(Boolean)),
  ];
}

function describeGroup(name: string): object {
  const versions = [
    ...new Set(
      apiResources
        .filter(resource => resource.group === name)
        .map(resource => resource.version),
    ),
  ].map(version => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

function describeResource(resource: ApiResource): object[] {
  const { plural: name, kind, namespaced } = resource;
  return [
    { name, singularName: kind.toLowerCase(), namespaced, kind, verbs },
    ...(resource.hasStatus
      ? [
          {
            name: `${name}/status`,
            singularName: '',
            namespaced,
            kind,
            verbs: ['get', 'patch', 'update'],
          },
        ]
      : []),
  ];
}
