import { ApiResource } from './apiResources';
import { KubernetesObject } from './KubernetesObject';
import { invalid, StatusCause } from './StatusError';
import {
  validateConfigKey,
  validateLabelName,
  validateLabelValue,
  validateQualifiedName,
  validateSubdomain,
} from './validateNames';

const dataLimit = 1024 * 1024;
const annotationsLimit = 256 * 1024;

/**
 * Checks what the real server checks of metadata, Secrets and ConfigMaps.
 * Specs of workloads and of custom resources are not looked at.
 *
 * @param previous - what is stored, at an update
 * @throws StatusError 422 with all causes
 */
export function validateObject(
  resource: ApiResource,
  object: KubernetesObject,
  previous?: KubernetesObject,
): void {
  const causes = [
    ...validateMetadata(resource, object, previous),
    ...(previous ? validateUpdate(object, previous) : []),
    ...validateData(object),
  ];
  if (causes.length > 0) {
    throw invalid(resource, object.metadata.name ?? '', causes);
  }
}

function invalidValue(
  field: string,
  value: string,
  problem: string,
): StatusCause {
  return {
    reason: 'FieldValueInvalid',
    message: `Invalid value: "${value}": ${problem}`,
    field,
  };
}

function tooLong(field: string, limit: number): StatusCause {
  return {
    reason: 'FieldValueTooLong',
    message: `Too long: may not be more than ${limit} bytes`,
    field,
  };
}

function validateMetadata(
  resource: ApiResource,
  { metadata }: KubernetesObject,
  previous: KubernetesObject | undefined,
): StatusCause[] {
  const causes: StatusCause[] = [];
  const validateName = resource.nameIsLabel
    ? validateLabelName
    : validateSubdomain;
  if (!previous && metadata.generateName) {
    // A prefix may end in a dash: the random part follows.
    const prefix = metadata.generateName.replace(/-$/, 'a');
    for (const problem of validateName(prefix)) {
      causes.push(
        invalidValue('metadata.generateName', metadata.generateName, problem),
      );
    }
  }
  if (!metadata.name) {
    causes.push({
      reason: 'FieldValueRequired',
      message: 'Required value: name or generateName is required',
      field: 'metadata.name',
    });
  } else if (!previous) {
    for (const problem of validateName(metadata.name)) {
      causes.push(invalidValue('metadata.name', metadata.name, problem));
    }
  }
  for (const [key, value] of Object.entries(metadata.labels ?? {})) {
    for (const problem of validateQualifiedName(key)) {
      causes.push(invalidValue('metadata.labels', key, problem));
    }
    for (const problem of validateLabelValue(value)) {
      causes.push(invalidValue('metadata.labels', value, problem));
    }
  }
  let annotationsSize = 0;
  for (const [key, value] of Object.entries(metadata.annotations ?? {})) {
    annotationsSize += Buffer.byteLength(key) + Buffer.byteLength(value);
    for (const problem of validateQualifiedName(key.toLowerCase())) {
      causes.push(invalidValue('metadata.annotations', key, problem));
    }
  }
  if (annotationsSize > annotationsLimit) {
    causes.push(tooLong('metadata.annotations', annotationsLimit));
  }
  for (const owner of metadata.ownerReferences ?? []) {
    for (const field of ['apiVersion', 'kind', 'name', 'uid'] as const) {
      if (!owner[field]) {
        causes.push(
          invalidValue(
            `metadata.ownerReferences.${field}`,
            '',
            'must not be empty',
          ),
        );
      }
    }
  }
  for (const [index, finalizer] of (metadata.finalizers ?? []).entries()) {
    const standard = ['orphan', 'foregroundDeletion', 'kubernetes'];
    if (!finalizer.includes('/') && !standard.includes(finalizer)) {
      causes.push(
        invalidValue(
          `metadata.finalizers[${index}]`,
          finalizer,
          'name is neither a standard finalizer name nor is it fully qualified',
        ),
      );
    }
  }
  return causes;
}

function validateUpdate(
  object: KubernetesObject,
  previous: KubernetesObject,
): StatusCause[] {
  const causes: StatusCause[] = [];
  const { uid } = object.metadata;
  if (uid !== previous.metadata.uid) {
    causes.push(invalidValue('metadata.uid', uid, 'field is immutable'));
  }
  if (object.kind === 'Secret' && object.type !== previous.type) {
    causes.push(invalidValue('type', object.type, 'field is immutable'));
  }
  if (previous.immutable === true) {
    const forbidden = (field: string): StatusCause => ({
      reason: 'FieldValueForbidden',
      message: 'Forbidden: field is immutable when `immutable` is set',
      field,
    });
    if (object.immutable !== true) {
      causes.push(forbidden('immutable'));
    }
    for (const field of ['data', 'binaryData']) {
      if (JSON.stringify(object[field]) !== JSON.stringify(previous[field])) {
        causes.push(forbidden(field));
      }
    }
  }
  return causes;
}

function validateData(object: KubernetesObject): StatusCause[] {
  if (object.kind !== 'Secret' && object.kind !== 'ConfigMap') {
    return [];
  }
  const causes: StatusCause[] = [];
  const isSecret = object.kind === 'Secret';
  let size = 0;
  for (const field of ['data', 'binaryData']) {
    const isBase64 = isSecret || field === 'binaryData';
    for (const [key, value] of Object.entries<string>(object[field] ?? {})) {
      size += Buffer.byteLength(value, isBase64 ? 'base64' : 'utf8');
      size += isSecret ? 0 : Buffer.byteLength(key);
      for (const problem of validateConfigKey(key)) {
        causes.push(invalidValue(`${field}[${key}]`, key, problem));
      }
      if (field === 'data' && Object.hasOwn(object.binaryData ?? {}, key)) {
        causes.push(
          invalidValue(
            `data[${key}]`,
            key,
            'duplicate of key present in binaryData',
          ),
        );
      }
    }
  }
  if (size > dataLimit) {
    causes.push(tooLong(isSecret ? 'data' : '[]', dataLimit));
  }
  if (object.type === 'kubernetes.io/dockerconfigjson') {
    causes.push(...validateDockerConfig(object));
  }
  return causes;
}

function validateDockerConfig(object: KubernetesObject): StatusCause[] {
  const field = 'data[.dockerconfigjson]';
  const value = object.data?.['.dockerconfigjson'];
  if (value === undefined) {
    return [{ reason: 'FieldValueRequired', message: 'Required value', field }];
  }
  try {
    const parsed = JSON.parse(Buffer.from(value, 'base64').toString('utf8'));
    if (typeof parsed === 'object' && !Array.isArray(parsed)) {
      return [];
    }
  } catch {
    // Said below; the parser's own words may hold the value.
  }
  return [
    invalidValue(field, '<secret contents redacted>', 'invalid character'),
  ];
}
