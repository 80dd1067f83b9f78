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
  hiddenKeysOfSecret,
} from '../../codecs/connection/decodeConnection';
import { encodeConnectionPatch } from '../../codecs/connection/encodeConnectionPatch';
import { withoutKeys } from '../../codecs/connection/withoutKeys';
import { InvalidInputError } from '../../errors/errors';
import { ServiceOptions } from '../ServiceOptions';
import {
  checkDestination,
  checkImmutable,
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
  const read = await secrets.readToWrite(ref, options);
  const { secret, convention, type } = read;
  checkUnmanaged(secret, 'Change it there, or make a copy of your own.');
  if (secret.metadata.resourceVersion !== patch.resourceVersion) {
    throw staleVersion(ref.name);
  }
  const before = decodeData(secret);
  const { protocol, protocols } = decodeConnectionSummary(
    secret,
    ref.cluster,
    convention,
    Object.keys(before),
  );
  const typed = protocolsOfFields(type?.fields ?? []);
  const after = valuesAfter(patch, before, read);
  checkImmutable(secret, before, after);
  checkDestination({
    // Of all that it may be taken for: a type that leaves the secret's field out must not open a way around.
    protocols: [...new Set([...protocols, ...typed])],
    before,
    after,
    sent: Object.keys(patch.values ?? {}),
  });
  const replaced = Object.keys(patch.values ?? {});
  const encoded = encodeConnectionPatch({
    ...read,
    ...patch,
    // What the connection says of itself comes first.
    protocols: [
      ...new Set([...(protocol ? [protocol] : []), ...typed, ...protocols]),
    ],
    before,
    after,
    // A value that was typed anew into a field that shows it is no longer the hidden one.
    hidden: [
      ...new Set([
        ...hiddenKeysOfSecret(secret, before).filter(
          key => !replaced.includes(key),
        ),
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
  { type, secret }: ReadConnection,
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
  const kept = withoutKeys(before, remove);
  // A key that somebody else keeps there may be no text; its size is that of its bytes.
  const bytes = Object.entries(secret.data ?? {}).map(([key, base64]) => [
    key,
    Buffer.byteLength(base64, 'base64'),
  ]);
  const { stored, emptied } = checkValues(
    type,
    values,
    kept,
    Object.fromEntries(bytes),
  );
  return withoutKeys({ ...kept, ...stored }, emptied);
}
