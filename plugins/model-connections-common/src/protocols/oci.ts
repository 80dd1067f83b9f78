import { Protocol, ValueIssue } from './Protocol';

/** KServe's location holds a bare host: scheme and slashes of what was typed are cut. */
function bareHost(host: string): string {
  const parts = host.replace(/^[a-z][a-z0-9+.-]{0,31}:\/\//i, '').split('/');
  while (parts[0] === '') parts.shift();
  while (parts.at(-1) === '') parts.pop();
  return parts.join('/');
}

/** Longer than any registry and path; patterns are not tried on more. */
const LONGEST_HOST = 1024;

/** Repository, and a tag or digest where there is one, as the distribution specification writes them. */
const IMAGE =
  /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$/;

function dockerConfigIssue(text: string): string | undefined {
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch {
    return 'Is not JSON. Choose the file that "docker login" writes, or one of the same form.';
  }
  const auths = (config as { auths?: unknown } | null)?.auths;
  if (typeof auths !== 'object' || auths === null || Array.isArray(auths)) {
    return 'Has no "auths" object, which a registry login needs.';
  }
  const logins = Object.values(auths);
  if (logins.length > 0 && !logins.some(holdsLogin)) {
    return 'Holds no login: docker keeps it in the system\'s keychain. Make one with "kubectl create secret docker-registry --dry-run=client -o yaml", or put "auth" into the file.';
  }
  return undefined;
}

/** Whether an entry of "auths" can open a registry; with a credential store docker leaves it empty. */
function holdsLogin(entry: unknown): boolean {
  return ['auth', 'identitytoken', 'registrytoken', 'username'].some(
    key => typeof (entry as Record<string, unknown> | null)?.[key] === 'string',
  );
}

function accessTypes(value: string | undefined): string[] {
  if (!value) return [];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed.map(String) : [value];
  } catch {
    return [value];
  }
}

function isHost(host: string): boolean {
  return (
    host.length <= LONGEST_HOST &&
    bareHost(host)
      .split('/')
      .every(part => /^[^\s?#@]+$/.test(part))
  );
}

/**
 * An OCI registry that holds model images. The Secret is a registry login (`kubernetes.io/dockerconfigjson`), because
 * the kubelet ignores one of type Opaque.
 *
 * @public
 */
export const oci: Protocol = {
  id: 'oci',
  title: 'OCI',
  fields: [
    {
      type: 'section',
      name: 'Registry access',
      description: 'The registry, and the login that opens it',
    },
    {
      type: 'dropdown',
      name: 'Access type',
      description: 'Pull is needed to serve a model',
      envVar: 'ACCESS_TYPE',
      properties: {
        defaultValue: ['Pull'],
        variant: 'multi',
        items: [
          { label: 'Push', value: 'Push' },
          { label: 'Pull', value: 'Pull' },
        ],
      },
    },
    {
      type: 'file',
      name: 'Registry login',
      description: 'The config.json that "docker login" writes',
      envVar: '.dockerconfigjson',
      required: true,
      properties: { extensions: ['.dockerconfigjson', '.json'] },
    },
    {
      type: 'short-text',
      name: 'Registry host',
      description: 'Such as registry.example.com or registry.example.com/team',
      envVar: 'OCI_HOST',
      required: true,
      properties: {},
    },
  ],
  destinationKeys: ['OCI_HOST'],
  sendsCredentials: true,
  matches: keys => keys.has('.dockerconfigjson') && keys.has('OCI_HOST'),
  // The kubelet pulls with it; KServe's credential builder never looks at it.
  injects: () => false,
  validate(values) {
    const issues: ValueIssue[] = [];
    const login = values['.dockerconfigjson'];
    const loginProblem =
      login === undefined ? undefined : dockerConfigIssue(login);
    if (loginProblem) {
      issues.push({ field: '.dockerconfigjson', message: loginProblem });
    }
    const host = values.OCI_HOST;
    if (host !== undefined && !isHost(host)) {
      issues.push({
        field: 'OCI_HOST',
        message: 'Must be a host, a port where needed and a path where needed.',
      });
    }
    return issues;
  },
  servingAnnotations: () => ({}),
  servingAnnotationKeys: [],
  modelSource(shown, habits) {
    const types = accessTypes(shown.ACCESS_TYPE);
    return {
      ...(shown.OCI_HOST ? { base: `oci://${bareHost(shown.OCI_HOST)}` } : {}),
      pull:
        types.length === 0
          ? habits.pullsWithoutAccessType
          : types.includes('Pull'),
    };
  },
  servingProblem(source) {
    if (!source.base) return 'No registry host is set.';
    return source.pull
      ? undefined
      : 'Its access type does not include Pull, so no model can be fetched with it.';
  },
  pathProblem: path =>
    IMAGE.test(path)
      ? undefined
      : 'Must be a repository with a tag or digest, such as my-model:latest.',
  modelUri: (values, path) =>
    `oci://${bareHost(values.OCI_HOST ?? '')}/${path}`,
};
