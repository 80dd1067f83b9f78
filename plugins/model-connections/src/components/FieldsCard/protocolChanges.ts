import {
  ConnectionTypeFormField,
  isValueField,
  keysOnlyOf,
  ProtocolId,
  shadowingKeys,
} from '@mooring/backstage-plugin-model-connections-common';

const keysOf = (fields: readonly ConnectionTypeFormField[]) =>
  fields.filter(isValueField).map(({ envVar }) => envVar);

/** The keys that make a type serve a shadowed protocol and nothing else, each with that protocol. */
export function keysToWarnAt(
  fields: readonly ConnectionTypeFormField[],
  compatibility: {
    protocols: readonly ProtocolId[];
    shadowed: readonly ProtocolId[];
  },
): ReadonlyMap<string, ProtocolId> {
  const { protocols, shadowed } = compatibility;
  return new Map(
    shadowed.flatMap(id => {
      const own = keysOnlyOf(id, protocols);
      return shadowingKeys(id, keysOf(fields))
        .filter(key => own.includes(key))
        .map(key => [key, id] as const);
    }),
  );
}

/** A protocol that a type served, and the keys of it that are gone. */
export interface LostProtocol {
  id: ProtocolId;
  keys: readonly string[];
}

/** What a type served as it is stored, and serves no longer as it is edited. */
export function lostProtocols(
  stored: {
    fields: readonly ConnectionTypeFormField[];
    protocols: readonly ProtocolId[];
  },
  fields: readonly ConnectionTypeFormField[],
  protocols: readonly ProtocolId[],
): LostProtocol[] {
  const present = new Set(keysOf(fields));
  return stored.protocols
    .filter(id => !protocols.includes(id))
    .map(id => {
      const own = keysOnlyOf(id, []);
      return {
        id,
        keys: keysOf(stored.fields).filter(
          key => own.includes(key) && !present.has(key),
        ),
      };
    });
}
