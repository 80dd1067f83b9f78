import { parseResourcePath } from './parseResourcePath';
import { qualifiedResource, StatusError } from './StatusError';

const verbs: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
};

/**
 * 403 for requests without a token. As on a real cluster with its default
 * settings, they are not unauthenticated but made by a user who may nothing;
 * only a token that is not known answers 401.
 */
export function forbidAnonymous(method: string, path: string): StatusError {
  const user = 'User "system:anonymous" cannot';
  const target = parseResourcePath(path);
  if (!target) {
    return new StatusError(
      403,
      'Forbidden',
      `forbidden: ${user} ${method.toLowerCase()} path "${path}"`,
      {},
    );
  }
  const { resource, name, namespace } = target;
  const readVerb = name ? 'get' : 'list';
  const deleteVerb = name ? 'delete' : 'deletecollection';
  const verb = verbs[method] ?? (method === 'DELETE' ? deleteVerb : readVerb);
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return new StatusError(
    403,
    'Forbidden',
    `${qualifiedResource(resource)}${
      name ? ` "${name}"` : ''
    } is forbidden: ${user} ${verb} resource "${
      resource.plural
    }" in API group "${resource.group}" ${scope}`,
    {
      ...(name && { name }),
      ...(resource.group && { group: resource.group }),
      kind: resource.plural,
    },
  );
}
