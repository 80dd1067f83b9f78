import { Convention } from '@mooring/backstage-plugin-model-connections-common';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { firstOf } from '../firstOf';

/**
 * The label selector that finds the connections of a convention, and more: the annotations decide. Those that carry the
 * label of a convention which was asked before are left out, so that none comes twice.
 */
export function connectionSelector(
  convention: Convention,
  asked: readonly Convention[],
): string {
  const own = convention.connectionLabel;
  return [
    `${own.key}=${own.value}`,
    ...asked.map(({ connectionLabel: { key, value } }) => `${key}!=${value}`),
  ].join(',');
}

function isConnectionOf(secret: KubernetesObject, convention: Convention) {
  const { labels, annotations } = secret.metadata;
  const { key, value } = convention.connectionLabel;
  const names = convention.connectionAnnotations;
  return (
    labels?.[key] === value &&
    (firstOf(annotations, names.typeName) !== undefined ||
      annotations?.[names.protocol] !== undefined)
  );
}

/**
 * The convention in which a Secret is a connection: it has the label, and an annotation of its type or protocol.
 * `undefined` for a Secret that is none.
 */
export function conventionOfConnection(
  secret: KubernetesObject,
  conventions: readonly Convention[],
): Convention | undefined {
  return conventions.find(convention => isConnectionOf(secret, convention));
}

/** Whether its own platform keeps it out of lists. */
export function isHiddenConnection(
  secret: KubernetesObject,
  convention: Convention,
): boolean {
  const { hidden } = convention.connectionAnnotations;
  return (
    hidden !== undefined && secret.metadata.annotations?.[hidden] === 'true'
  );
}
