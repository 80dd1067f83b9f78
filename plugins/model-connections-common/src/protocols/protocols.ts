import {
  ConnectionTypeFormField,
  isValueField,
  isWriteOnlyField,
} from '../connection-types/connectionTypeFieldSchema';
import { ProtocolId } from '../schema/openapi';
import { azure } from './azure';
import { gcs } from './gcs';
import { hf } from './hf';
import { oci } from './oci';
import { Protocol } from './Protocol';
import { s3 } from './s3';
import { uri } from './uri';

/**
 * All protocols, in the order in which the keys of a Secret are asked.
 *
 * @public
 */
export const protocols: readonly Protocol[] = [s3, oci, uri, gcs, azure, hf];

/**
 * The protocol of that id; `undefined` for a text that names none, such as an annotation that somebody else wrote.
 *
 * @public
 */
export function protocolOf(id: string | undefined): Protocol | undefined {
  return protocols.find(protocol => protocol.id === id);
}

/**
 * The protocols that a Secret with these keys speaks, in order; `extraKeys` are those that its convention asks for beside
 * the protocol's own.
 *
 * @public
 */
export function protocolsOfKeys(
  keys: Iterable<string>,
  extraKeys: Readonly<Partial<Record<ProtocolId, readonly string[]>>> = {},
): ProtocolId[] {
  const set = new Set(keys);
  return protocols
    .filter(
      protocol =>
        protocol.matches(set) &&
        (extraKeys[protocol.id] ?? []).every(key => set.has(key)),
    )
    .map(protocol => protocol.id);
}

/**
 * The protocols that connections of a type with these fields speak.
 *
 * @public
 */
export function protocolsOfFields(
  fields: ConnectionTypeFormField[],
): ProtocolId[] {
  const keys = new Set(fields.filter(isValueField).map(field => field.envVar));
  return protocols
    .filter(protocol => (protocol.matchesType ?? protocol.matches)(keys))
    .map(protocol => protocol.id);
}

/**
 * Whether some protocol's own field set holds this key as hidden or file: such a value is never shown, whatever a type
 * says about the key.
 *
 * @public
 */
export function isWriteOnlyKey(key: string): boolean {
  return protocols.some(protocol =>
    protocol.fields.some(
      field =>
        isValueField(field) && field.envVar === key && isWriteOnlyField(field),
    ),
  );
}

/**
 * The environment variables of a type whose values are accepted and never shown.
 *
 * @public
 */
export function writeOnlyKeys(fields: ConnectionTypeFormField[]): string[] {
  return fields
    .filter(isValueField)
    .filter(field => isWriteOnlyField(field) || isWriteOnlyKey(field.envVar))
    .map(field => field.envVar);
}

/** In this order KServe looks for credentials in a Secret; it injects the first kind that it finds, and no other. */
const INJECTION_ORDER: readonly Protocol[] = [s3, gcs, azure, uri, hf];

/**
 * The protocols of a Secret whose credentials never reach a pod, because the Secret has those of a kind that KServe finds
 * first (seen: S3 keys beside a Hugging Face token, and the download of an `hf://` model went without the token).
 *
 * @public
 */
export function shadowedProtocols(keys: Iterable<string>): ProtocolId[] {
  const set = new Set(keys);
  return INJECTION_ORDER.filter(protocol => protocol.injects(set))
    .slice(1)
    .map(protocol => protocol.id);
}

/**
 * The keys of a Secret that make it have the credentials of a shadowed protocol beside those that KServe finds first: each
 * that is enough for it, and each that it cannot be without. Empty where the protocol is not shadowed.
 *
 * @public
 */
export function shadowingKeys(
  id: ProtocolId,
  keys: readonly string[],
): string[] {
  const own = new Set(keysOnlyOf(id, []));
  const isShadowed = (some: readonly string[]) =>
    shadowedProtocols(some).includes(id);
  return isShadowed(keys)
    ? keys.filter(
        key =>
          own.has(key) &&
          (isShadowed(keys.filter(other => other === key || !own.has(other))) ||
            !isShadowed(keys.filter(other => other !== key))),
      )
    : [];
}

/**
 * Whether some protocol's own field set shows this key. Of any other key nobody has said that its value may be seen.
 *
 * @public
 */
export function isPlainKey(key: string): boolean {
  return (
    !isWriteOnlyKey(key) &&
    protocols.some(protocol =>
      protocol.fields.some(
        field => isValueField(field) && field.envVar === key,
      ),
    )
  );
}

/**
 * The keys of a protocol's own field set that no other of the given protocols uses: what is to be taken out of a type so
 * that it no longer serves this one.
 *
 * @public
 */
export function keysOnlyOf(
  id: ProtocolId,
  others: readonly ProtocolId[],
): string[] {
  const keysOf = (protocol: Protocol | undefined) =>
    (protocol?.fields ?? []).filter(isValueField).map(field => field.envVar);
  const taken = new Set(
    others
      .filter(other => other !== id)
      .flatMap(other => keysOf(protocolOf(other))),
  );
  return keysOf(protocolOf(id)).filter(key => !taken.has(key));
}
