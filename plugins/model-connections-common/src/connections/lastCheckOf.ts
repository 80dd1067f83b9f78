import { Convention } from '../conventions/Convention';
import { LastCheck } from '../schema/openapi';
import { contentChangedAt } from './contentChangedAt';
import { KubernetesMetadata } from './KubernetesMetadata';

/**
 * The outcome of the last live check. `unverified` when there was none, when what is written is no outcome, and when the
 * content has changed since.
 *
 * @public
 */
export function lastCheckOf(
  metadata: KubernetesMetadata,
  convention: Convention,
): LastCheck {
  const names = convention.connectionAnnotations;
  const status = metadata.annotations?.[names.checkStatus];
  const at = metadata.annotations?.[names.checkAt];
  if (
    at === undefined ||
    Number.isNaN(Date.parse(at)) ||
    (status !== 'ok' && status !== 'failed')
  ) {
    return { status: 'unverified' };
  }
  const changed = Date.parse(contentChangedAt(metadata));
  return Date.parse(at) < changed
    ? { status: 'unverified', at }
    : { status, at, message: metadata.annotations?.[names.checkMessage] };
}
