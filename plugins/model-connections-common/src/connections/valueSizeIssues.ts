import { ValueIssue } from '../protocols/Protocol';
import { ConnectionValue } from '../schema/openapi';

/**
 * What Kubernetes lets all values of one Secret take together, and what we let one value take: 1 MiB, in bytes.
 *
 * @public
 */
export const MAX_SECRET_BYTES = 1_048_576;

const byteLength = (value: ConnectionValue) =>
  new TextEncoder().encode(String(value)).length;

const mebibytes = (bytes: number) => (bytes / MAX_SECRET_BYTES).toFixed(2);

/** The sizes of values in bytes. */
export const bytesOf = (
  values: Readonly<Record<string, ConnectionValue>>,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, byteLength(value)]),
  );

/**
 * Which values are too large for a Secret: each over 1 MiB under its environment variable, else all together under
 * `values`. Needs no type, so it can be asked before the cluster is.
 *
 * @public
 */
export function valueSizeIssues(
  values: Readonly<Record<string, ConnectionValue>>,
  known: Readonly<Record<string, number>> = bytesOf(values),
): ValueIssue[] {
  const sizes = Object.keys(values).map((field): [string, number] => [
    field,
    known[field] ?? byteLength(values[field]),
  ]);
  const single = sizes
    .filter(([, bytes]) => bytes > MAX_SECRET_BYTES)
    .map(
      ([field, bytes]): ValueIssue => ({
        field,
        message: `Has ${mebibytes(bytes)} MiB; 1 MiB is the most.`,
        tooLarge: true,
      }),
    );
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  if (single.length > 0 || total <= MAX_SECRET_BYTES) {
    return single;
  }
  return [
    {
      field: 'values',
      message: `All values together have ${mebibytes(
        total,
      )} MiB; a Secret holds 1 MiB at most.`,
      tooLarge: true,
    },
  ];
}
