import { LineCounter, parseAllDocuments } from 'yaml';
import { Convention, conventions } from '../conventions';
import { ErrorDetail } from '../schema/openapi';
import { ConnectionTypeDefinition } from './builtInConnectionTypes';
import { parseConnectionTypeData } from './parseConnectionTypeData';
import { validateConnectionType } from './validateConnectionType';

/**
 * What one document of a YAML file is: a connection type, or the reasons why it cannot be one.
 *
 * @public
 */
export interface ReadConnectionTypeManifest {
  /** The resource name, where there is one. */
  name?: string;
  /** Present when it can be written as it is. */
  type?: ConnectionTypeDefinition & { enabled: boolean };
  /** What is wrong, in sentences. Empty when `type` is there. */
  problems: string[];
}

/** More text than any file of types has (2 MiB, in UTF-16 units); parsing it would hold the page up. */
const LONGEST_FILE = 2_097_152;

type Metadata = {
  name?: unknown;
  labels?: Record<string, unknown>;
  annotations?: Record<string, unknown>;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown) =>
  typeof value === 'string' ? value : undefined;

function conventionOfLabels(
  labels: Record<string, unknown>,
): Convention | undefined {
  return conventions.find(({ typeLabels }) =>
    Object.entries(typeLabels).every(([key, value]) => labels[key] === value),
  );
}

const sentenceOf = ({ field, message }: ErrorDetail) =>
  field.startsWith('fields.') ? message : `${field}: ${message}`;

function readManifest(value: unknown): ReadConnectionTypeManifest {
  if (!isObject(value) || value.kind !== 'ConfigMap') {
    const kind = isObject(value) && text(value.kind);
    return {
      problems: [
        `Is ${
          kind ? `of the kind ${kind}` : 'no Kubernetes object'
        }; a connection type is a ConfigMap.`,
      ],
    };
  }
  const metadata: Metadata = isObject(value.metadata) ? value.metadata : {};
  const name = text(metadata.name);
  const labels = isObject(metadata.labels) ? metadata.labels : {};
  const annotations = isObject(metadata.annotations)
    ? metadata.annotations
    : {};
  const convention = conventionOfLabels(labels);
  if (name === undefined || convention === undefined) {
    return {
      name,
      problems: [
        name === undefined
          ? 'Has no name.'
          : `Has not the labels of a connection type, such as ${Object.entries(
              conventions[0].typeLabels,
            )
              .map(([key, label]) => `${key}: "${label}"`)
              .join(' and ')}.`,
      ],
    };
  }
  const data = isObject(value.data) ? value.data : {};
  const parsed = parseConnectionTypeData(
    Object.fromEntries(
      Object.entries(data).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
  );
  if (parsed.invalid !== undefined) {
    return { name, problems: [parsed.invalid] };
  }
  const names = convention.typeAnnotations;
  const displayName = names.displayName
    .map(key => text(annotations[key]))
    .find(found => found !== undefined);
  const type = {
    name,
    displayName: displayName ?? name.replace(/^ct-/, ''),
    description: text(annotations[names.description]),
    categories: parsed.categories,
    enabled: annotations[names.disabled] !== 'true',
    fields: parsed.fields,
  };
  const { issues } = validateConnectionType(type);
  return issues.length > 0
    ? { name, problems: issues.map(sentenceOf) }
    : { name, type, problems: [] };
}

/** The objects of a document; a `List`, as `kubectl get -o yaml` prints it, holds several. */
function objectsOf(value: unknown): unknown[] {
  return isObject(value) &&
    /List$/.test(String(value.kind)) &&
    Array.isArray(value.items)
    ? value.items
    : [value];
}

/**
 * Reads the connection types of a YAML (or JSON) text with one or more documents, as export or `kubectl get` write it.
 * Never throws: what cannot be read is named, with the line where that is known. Empty documents are passed over.
 *
 * @public
 */
export function readConnectionTypeManifests(
  yaml: string,
): ReadConnectionTypeManifest[] {
  if (yaml.length > LONGEST_FILE) {
    return [{ problems: ['Is longer than 2 MiB.'] }];
  }
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(yaml, {
    lineCounter,
    prettyErrors: false,
  });
  if (!Array.isArray(documents)) {
    return [];
  }
  return documents.flatMap(document => {
    if (document.errors.length > 0) {
      return document.errors.slice(0, 1).map(error => ({
        problems: [
          `Line ${lineCounter.linePos(error.pos[0]).line} is not YAML: ${
            error.message
          }.`,
        ],
      }));
    }
    let value: unknown;
    try {
      value = document.toJS();
    } catch (error) {
      return [{ problems: [`Cannot be read: ${(error as Error).message}.`] }];
    }
    return value === null || value === undefined
      ? []
      : objectsOf(value).map(readManifest);
  });
}
