import { ApiResource } from './apiResources';
import { KubernetesObject } from './KubernetesObject';
import { badRequest } from './StatusError';

/** Says whether an object fits a selector. */
export type FieldMatcher = (object: KubernetesObject) => boolean;

/**
 * Compiles `metadata.name=a,status.phase!=Running`.
 *
 * @throws StatusError 400 for a field that the resource cannot be selected by
 */
export function parseFieldSelector(
  resource: ApiResource,
  selector: string,
): FieldMatcher {
  const matchers = selector
    .split(',')
    .filter(Boolean)
    .map(term => parseTerm(resource, term));
  return object => matchers.every(matches => matches(object));
}

function parseTerm(resource: ApiResource, term: string): FieldMatcher {
  const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(term);
  if (!match) {
    throw badRequest(`invalid selector: '${term}'; can't understand '${term}'`);
  }
  const [, field, operator, value] = match;
  const known = [
    'metadata.name',
    ...(resource.namespaced ? ['metadata.namespace'] : []),
    ...resource.selectableFields,
  ];
  if (!known.includes(field)) {
    throw badRequest(
      `"${field}" is not a known field selector: only ${known
        .map(name => `"${name}"`)
        .join(', ')}`,
    );
  }
  return object => {
    const found = field
      .split('.')
      .reduce<any>((part, name) => part?.[name], object);
    return (String(found ?? '') === value) === (operator !== '!=');
  };
}
