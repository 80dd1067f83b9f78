import {
  Connection,
  Dependent,
  protocolOf,
  ProtocolId,
} from '@mooring/backstage-plugin-model-connections-common';
import { ConnectionEdits } from '@mooring/backstage-plugin-model-connections-react';

function locationOf(
  protocol: ProtocolId | undefined,
  values: Record<string, unknown>,
): string | undefined {
  const texts = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, String(value)]),
  );
  return protocolOf(protocol)?.modelUri(texts, 'model');
}

/**
 * What services that use a connection will need once these edits are saved: a redeployment where the location of a model
 * no longer is the same, a restart where any other value or how S3 is read changes, nothing for names.
 */
export function changeImpact(
  connection: Connection,
  { values, remove = [], s3 }: ConnectionEdits,
): Dependent['drift'] {
  if (values === undefined && remove.length === 0) {
    return s3 && 'restart';
  }
  const shown = Object.fromEntries(
    Object.entries(connection.values).flatMap(([key, { value }]) =>
      value === undefined ? [] : [[key, value]],
    ),
  );
  const after = Object.fromEntries(
    Object.entries({ ...shown, ...values }).filter(
      ([key]) => !remove.includes(key),
    ),
  );
  return locationOf(connection.protocol, shown) ===
    locationOf(connection.protocol, after)
    ? 'restart'
    : 'redeploy';
}
