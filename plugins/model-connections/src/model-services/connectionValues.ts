import {
  Connection,
  conventions,
  ModelConnection,
  ModelLocation,
  ModelSource,
  protocolOf,
} from '@mooring/backstage-plugin-model-connections-common';

/** The values of a connection that are shown, in the form in which they are stored; see `resource-model` of the docs. */
function storedValuesOf(connection: Connection): Record<string, string> {
  return Object.fromEntries(
    Object.entries(connection.values).flatMap(([key, shown]) => {
      if (!('value' in shown) || shown.value === undefined) return [];
      const { value } = shown;
      return [
        [key, Array.isArray(value) ? JSON.stringify(value) : String(value)],
      ];
    }),
  );
}

/** A connection as the common rules judge it, for the location of a model. */
export function servingConnectionOf(
  connection: Connection,
): (ModelConnection & { source?: ModelSource }) | undefined {
  const protocol = protocolOf(connection.protocol);
  if (!protocol) {
    return undefined;
  }
  const values = storedValuesOf(connection);
  const { habits } = conventions.find(
    ({ id }) => id === connection.convention,
  )!;
  const source = protocol.modelSource(values, habits);
  return {
    name: connection.name,
    protocol: protocol.id,
    keys: Object.keys(connection.values),
    values,
    source: { protocols: connection.protocols, ...source },
  };
}

/** What stands before the path of a model, such as `s3://models/`; `undefined` where the connection names nothing. */
export function pathPrefixOf(connection: Connection): string | undefined {
  const base = servingConnectionOf(connection)?.source?.base;
  return base && (base.endsWith('/') ? base : `${base}/`);
}

/** The location that KServe gets, where the connection says enough. */
export function modelUriOf(
  connection: Connection,
  location: ModelLocation,
): string | undefined {
  const serving = servingConnectionOf(connection);
  const protocol = protocolOf(connection.protocol);
  if (location.kind !== 'connection' || !serving || !protocol) {
    return undefined;
  }
  const isComplete =
    protocol.id === 'uri'
      ? Boolean(serving.values.URI)
      : serving.source?.base !== undefined;
  return isComplete
    ? protocol.modelUri(serving.values, location.path ?? '')
    : undefined;
}
