import {
  CA_BUNDLE_KEY,
  CA_CERTIFICATE_FIELD,
  Connection,
  ConnectionPatch,
  ConnectionRef,
  ErrorDetail,
  ownCaConfigMapOf,
  protocolsOfFields,
  ValueIssue,
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
import { ConfigMap } from '../../kubernetes/KubernetesObject';
import { ServiceOptions } from '../ServiceOptions';
import {
  checkCertificateName,
  checkDestination,
  checkImmutable,
  checkIssues,
  checkSecretType,
  checkSizes,
  checkUnmanaged,
  checkValues,
  s3Issues,
  staleVersion,
} from './connectionChecks';
import { ReadConnection } from './ConnectionSecrets';
import { NamedCertificates } from './readNamedCertificates';
import {
  CertificateContext,
  certificateOf,
  patchWithCertificate,
} from './writeWithCertificate';

/** Changes what a patch names and nothing else; answers without a write where nothing changes. */
export async function patchConnection(
  ref: ConnectionRef & { patch: ConnectionPatch },
  context: CertificateContext,
  options: ServiceOptions,
): Promise<Connection> {
  const { patch } = ref;
  const { secrets, certificates } = context;
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
  // What the connection says of itself comes first.
  const all = [
    ...new Set([...(protocol ? [protocol] : []), ...typed, ...protocols]),
  ];
  const issues = s3Issues(patch.s3, all);
  const after = valuesAfter(patch, before, read, issues);
  checkSecretType(secret, patch);
  checkImmutable(secret, before, after);
  checkDestination({
    // Of all that it may be taken for: a type that leaves the secret's field out must not open a way around.
    protocols: all,
    before,
    after,
    sent: Object.keys(patch.values ?? {}),
  });
  const replaced = Object.keys(patch.values ?? {});
  const pem = certificateOf(patch.s3);
  if (pem) checkCertificateName(ref.name, CA_CERTIFICATE_FIELD);
  let existing: ConfigMap | undefined;
  if (pem) {
    const { caVersion } = patch;
    existing = await certificates.findToReplace(
      ref,
      secret,
      caVersion,
      options,
    );
  } else if (pem === '') {
    await certificates.checkToRemove(ref, secret, patch.caVersion, options);
  }
  const encoded = encodeConnectionPatch({
    ...read,
    ...patch,
    protocols: all,
    certificatesChange: Boolean(pem) && pem !== existing?.data?.[CA_BUNDLE_KEY],
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
  // Before the write: what fails afterwards would look as if nothing were saved.
  const named: NamedCertificates =
    pem === undefined
      ? await certificates.read(ref, secret, options)
      : { caCertificate: pem || undefined };
  // Of the connection's own, which alone is removed.
  const version = ownCaConfigMapOf(secret.metadata) && patch.caVersion;
  const change = pem === undefined ? undefined : { pem, existing, version };
  const {
    secret: written,
    caVersion = named.caVersion,
    warnings = [],
  } = await patchWithCertificate(
    ref,
    secret,
    change,
    encoded,
    type,
    context,
    options,
  );
  const connection = secrets.describe(
    ref.cluster,
    { ...read, secret: written },
    { ...named, caVersion },
  );
  return warnings.length > 0 ? { ...connection, warnings } : connection;
}

/** All values after the patch, in their stored form. A patch of names alone leaves old sins of the values alone. */
function valuesAfter(
  patch: ConnectionPatch,
  before: Record<string, string>,
  { type, secret }: ReadConnection,
  issues: readonly ValueIssue[],
): Record<string, string> {
  const { values = {}, remove = [] } = patch;
  if (Object.keys(values).length === 0 && remove.length === 0) {
    checkIssues(issues);
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
    issues,
  );
  return withoutKeys({ ...kept, ...stored }, emptied);
}
