import { ApiResource, groupVersionOf } from './apiResources';
import { badRequest, StatusError } from './StatusError';

const goKinds: Record<string, string> = {
  string: 'string',
  number: 'number',
  boolean: 'bool',
};

function goKind(value: unknown): string {
  return Array.isArray(value) ? 'array' : goKinds[typeof value] ?? 'object';
}

/** A value that does not fit its field's type. */
export class DecodeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DecodeError';
  }
}

/**
 * Reads a request body that holds one whole object.
 *
 * @throws StatusError 400, which for broken JSON repeats the body in its
 *   message: so does the real server
 */
export function parseObjectBody(resource: ApiResource, body: Buffer): any {
  const text = body.toString('utf8');
  let parsed;
  let problem: string | undefined;
  try {
    parsed = JSON.parse(text);
    if (typeof parsed !== 'object' || Array.isArray(parsed) || !parsed) {
      problem = `json: cannot unmarshal ${goKind(
        parsed,
      )} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;
    }
  } catch {
    problem = 'unexpected end of JSON input';
  }
  if (problem) {
    const shown = text.startsWith('{')
      ? text.slice(0, 1024)
      : body.subarray(0, 512).toString('hex');
    throw badRequest(
      `the object provided is unrecognized (must be of type ${
        resource.kind
      }): couldn't get version/kind; json parse error: ${problem} (${
        shown || '<empty>'
      })`,
    );
  }
  checkKind(resource, parsed);
  return parsed;
}

function checkKind(resource: ApiResource, object: any): void {
  const version = groupVersionOf(resource);
  const kind = object.kind ?? resource.kind;
  const apiVersion = object.apiVersion ?? version;
  if (kind !== resource.kind || apiVersion !== version) {
    throw cannotBeHandled(
      resource,
      kind === resource.kind
        ? `no kind "${kind}" is registered for version "${apiVersion}" in scheme`
        : `converting (${kind}) to (${resource.kind}): unknown conversion`,
      kind,
      apiVersion,
    );
  }
}

/** 400 for a body that is JSON but not such an object. */
export function cannotBeHandled(
  resource: ApiResource,
  why: string,
  kind = resource.kind,
  apiVersion = groupVersionOf(resource),
): StatusError {
  return badRequest(
    `${kind} in version "${apiVersion
      .split('/')
      .at(-1)}" cannot be handled as a ${resource.kind}: ${why}`,
  );
}

/**
 * Checks the types of the fields that are looked at, drops fields that the
 * kind does not have, and merges a Secret's `stringData` into its `data`.
 *
 * @param strict - refuse unknown fields, as `fieldValidation=Strict` asks
 * @throws DecodeError for a value of the wrong type
 */
export function decodeObject(
  resource: ApiResource,
  source: any,
  strict = false,
): any {
  const object: any = {
    kind: resource.kind,
    apiVersion: groupVersionOf(resource),
    metadata: decodeMetadata(source.metadata ?? {}),
  };
  for (const [field, value] of Object.entries(source)) {
    if (['kind', 'apiVersion', 'metadata'].includes(field)) {
      continue;
    }
    if (!resource.fields || resource.fields.includes(field)) {
      if (value !== null) {
        object[field] = value;
      }
    } else if (strict) {
      throw new DecodeError(`strict decoding error: unknown field "${field}"`);
    }
  }
  if (resource.kind === 'Secret') {
    decodeSecret(object);
  } else if (resource.kind === 'ConfigMap') {
    decodeMap(object, 'data', 'ConfigMap.data', decodeString);
    decodeMap(object, 'binaryData', 'ConfigMap.binaryData', decodeBase64);
  }
  return object;
}

function decodeMetadata(source: any): any {
  const metadata = { ...source };
  decodeMap(metadata, 'labels', 'ObjectMeta.metadata.labels', decodeString);
  decodeMap(
    metadata,
    'annotations',
    'ObjectMeta.metadata.annotations',
    decodeString,
  );
  for (const [field, value] of Object.entries(metadata)) {
    const isEmptyList = Array.isArray(value) && value.length === 0;
    // An empty list of managedFields means something: forget them.
    if (value === null || (isEmptyList && field !== 'managedFields')) {
      delete metadata[field];
    }
  }
  return metadata;
}

function decodeSecret(object: any): void {
  decodeMap(object, 'data', 'Secret.data', decodeBase64);
  decodeMap(object, 'stringData', 'Secret.stringData', decodeString);
  if (object.stringData) {
    object.data = { ...object.data };
    for (const [key, value] of Object.entries<string>(object.stringData)) {
      object.data[key] = Buffer.from(value, 'utf8').toString('base64');
    }
    delete object.stringData;
  }
  object.type = object.type || 'Opaque';
}

function decodeMap(
  parent: any,
  field: string,
  goField: string,
  decode: (value: unknown, goField: string) => string,
): void {
  const value = parent[field];
  if (value === undefined || value === null) {
    delete parent[field];
    return;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    const element = decode === decodeBase64 ? '[]uint8' : 'string';
    throw new DecodeError(
      `json: cannot unmarshal ${goKind(
        value,
      )} into Go struct field ${goField} of type map[string]${element}`,
    );
  }
  const entries = Object.entries(value).map(([key, entry]) => [
    key,
    decode(entry, goField),
  ]);
  if (entries.length === 0) {
    delete parent[field];
  } else {
    parent[field] = Object.fromEntries(entries);
  }
}

function decodeString(value: unknown, goField: string): string {
  if (value !== null && typeof value !== 'string') {
    throw new DecodeError(
      `json: cannot unmarshal ${goKind(
        value,
      )} into Go struct field ${goField} of type string`,
    );
  }
  return value ?? '';
}

function decodeBase64(value: unknown, goField: string): string {
  if (value === null) {
    return '';
  }
  if (typeof value !== 'string') {
    throw new DecodeError(
      `json: cannot unmarshal ${goKind(
        value,
      )} into Go struct field ${goField} of type []uint8`,
    );
  }
  const text = value.replace(/[\r\n]/g, '');
  const good =
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
  if (!good.test(text)) {
    const valid = /^[A-Za-z0-9+/]*/.exec(text)![0].length;
    // A group of four that ends too early is reported at its first byte.
    const position = valid === text.length ? valid - (valid % 4) : valid;
    throw new DecodeError(`illegal base64 data at input byte ${position}`);
  }
  return text;
}
