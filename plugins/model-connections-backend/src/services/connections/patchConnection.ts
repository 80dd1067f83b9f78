import {
  Connection,
  ConnectionPatch,
  ConnectionRef,
  ErrorDetail,
  protocolsOfFields,
  writeOnlyKeys,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  decodeConnectionSummary,
  decodeData,
  hiddenKeysOf,
} from '../../codecs/connection/decodeConnection';
import { encodeConnectionPatch } from '../../codecs/connection/encodeConnectionPatch';
import { InvalidInputError } from '../../errors/errors';
import { ServiceOptions } from '../ServiceOptions';
import {
  checkDestination,
  checkSizes,
  checkUnmanaged,
  checkValues,
  staleVersion,
} from './connectionChecks';
import { ConnectionSecrets, ReadConnection } from './ConnectionSecrets';

/** Changes what a patch names and nothing else; answers without a write where nothing changes. */
export async function patchConnection(
  ref: ConnectionRef & { patch: ConnectionPatch },
  secrets: ConnectionSecrets,
  options: ServiceOptions,
): Promise<Connection> {
  const { patch } = ref;
  checkSizes(patch.values ?? {});
  const read = await secrets.read(ref, options);
  const { secret, convention, type } = read;
  checkUnmanaged(secret, 'Change it there, or make a copy of your own.');
  if (secret.metadata.resourceVersion !== patch.resourceVersion) {
    throw staleVersion(ref.name);
  }
  const before = decodeData(secret);
  const protocols = type
    ? protocolsOfFields(type.fields)
    : decodeConnectionSummary(
        secret,
        ref.cluster,
        convention,
        Object.keys(before),
      ).protocols;
  const after = valuesAfter(patch, before, read);
  checkDestination({
    protocols,
    before,
    after,
    sent: Object.keys(patch.values ?? {}),
  });
  const encoded = encodeConnectionPatch({
    ...read,
    ...patch,
    protocols,
    before,
    after,
    hidden: [
      ...new Set([
        ...hiddenKeysOf(secret),
        ...writeOnlyKeys(type?.fields ?? []),
      ]),
    ],
    now: read.date,
  });
  const written = encoded
    ? await secrets.patch(ref, encoded, secret, type, options)
    : secret;
  return secrets.describe(ref.cluster, { ...read, secret: written });
}

/** All values after the patch, in their stored form. A patch of names alone leaves old sins of the values alone. */
function valuesAfter(
  patch: ConnectionPatch,
  before: Record<string, string>,
  { type }: ReadConnection,
): Record<string, string> {
  const { values = {}, remove = [] } = patch;
  if (Object.keys(values).length === 0 && remove.length === 0) {
    return before;
  }
  const wrong: ErrorDetail[] = remove
    .filter(key => !Object.hasOwn(before, key) || Object.hasOwn(values, key))
    .map(field => ({
      field,
      message: Object.hasOwn(values, field)
        ? 'Cannot be set and removed at once.'
        : 'Is not set, so it cannot be removed.',
    }));
  if (wrong.length > 0) {
    throw new InvalidInputError('The change contradicts itself.', wrong);
  }
  const kept = Object.fromEntries(
    Object.entries(before).filter(([key]) => !remove.includes(key)),
  );
  const { stored, emptied } = checkValues(type, values, kept);
  return Object.fromEntries(
    Object.entries({ ...kept, ...stored }).filter(
      ([key]) => !emptied.includes(key),
    ),
  );
}
