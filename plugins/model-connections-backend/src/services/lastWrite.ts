import { KubernetesObject } from '../kubernetes/KubernetesObject';

/**
 * On an object that several people may write at once: a mark of the last write of ours that made it or took it up. Whoever
 * writes knows its own by it and takes back nothing else; who takes up an object as it is gives it another mark all the same,
 * so that nobody else takes it back. What controllers write in between leaves the mark.
 */
export const LAST_WRITE = 'mooring.dev/last-write';

/** The mark of the last write; `undefined` where it was made by others. */
export function lastWriteOf({
  metadata,
}: Pick<KubernetesObject, 'metadata'>): string | undefined {
  return metadata.annotations?.[LAST_WRITE];
}
