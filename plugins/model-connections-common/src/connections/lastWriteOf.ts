import { LastWrite } from '../schema/openapi';
import { KubernetesMetadata } from './KubernetesMetadata';

/** Whether a manager wrote something that people look at: a value, or an annotation. */
function ownsContent(fields: Record<string, unknown> | undefined): boolean {
  const metadata = fields?.['f:metadata'] as object | undefined;
  return (
    fields !== undefined &&
    ('f:data' in fields ||
      (metadata !== undefined && 'f:annotations' in metadata))
  );
}

/**
 * The last write to a Secret that people would want to know of, as far as Kubernetes tells: the tool and the time, never the
 * person. That of a check does not count. `undefined` where it is not known.
 *
 * @public
 */
export function lastWriteOf(
  metadata: KubernetesMetadata,
): LastWrite | undefined {
  const writes = (metadata.managedFields ?? []).flatMap(
    ({ manager, time, fieldsV1 }) =>
      manager &&
      manager !== 'mooring-check' &&
      time !== undefined &&
      !Number.isNaN(Date.parse(time)) &&
      ownsContent(fieldsV1)
        ? [{ manager, at: time }]
        : [],
  );
  return writes.reduce<LastWrite | undefined>(
    (last, write) =>
      last && Date.parse(last.at) >= Date.parse(write.at) ? last : write,
    undefined,
  );
}
