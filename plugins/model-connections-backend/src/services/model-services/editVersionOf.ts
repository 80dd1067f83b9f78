import { createHash } from 'node:crypto';
import { InferenceService } from '@mooring/backstage-plugin-model-connections-common';

/**
 * The version of a service as people edit it, which an edit is made for: it changes with the spec, the labels and the
 * annotations. Kubernetes' own `resourceVersion` also changes whenever KServe writes a status, many times in the seconds
 * after a change, and would turn away edits that nothing stands against.
 */
export function editVersionOf({ metadata, spec }: InferenceService): string {
  const { uid, labels, annotations } = metadata;
  return createHash('sha256')
    .update(JSON.stringify([uid, spec, labels, annotations]))
    .digest('hex')
    .slice(0, 32);
}
