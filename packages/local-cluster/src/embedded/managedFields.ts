import {
  FieldsTree,
  KubernetesObject,
  ManagedFieldsEntry,
} from './KubernetesObject';

/** Who writes, and to which part. */
export interface FieldsWriter {
  manager: string;
  apiVersion: string;
  subresource?: string;
  /** Whether nested objects are tracked as fields of their own. */
  custom: boolean;
}

/** Paths as JSON arrays of elements, so that a Set can hold them. */
type FieldSet = Set<string>;

const untrackedMetadata = new Set([
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
  'managedFields',
]);

/**
 * The managedFields of an object after an update: the writer gets the fields
 * whose values it added or changed, everybody else loses them, and fields
 * that are gone are gone for all. Like the real server, an entry's time moves
 * when its manager adds or changes something, not when it only removes, and
 * an object whose managedFields were wiped is not tracked any more.
 *
 * @param previous - undefined at create
 */
export function updateManagedFields(
  previous: KubernetesObject | undefined,
  object: KubernetesObject,
  writer: FieldsWriter,
  now: string,
): ManagedFieldsEntry[] | undefined {
  const wiped = object.metadata.managedFields;
  if (previous && wiped && wiped.every(entry => !entry.operation)) {
    return undefined;
  }
  const before = previous?.metadata.managedFields ?? [];
  if (previous && before.length === 0) {
    return undefined;
  }
  const oldValues = previous ? collectFields(previous, writer) : new Map();
  const newValues = collectFields(object, writer);
  const changed: FieldSet = new Set(
    [...newValues.keys()].filter(
      path =>
        !oldValues.has(path) || oldValues.get(path) !== newValues.get(path),
    ),
  );

  const isOwn = (entry: ManagedFieldsEntry) =>
    entry.manager === writer.manager &&
    entry.operation === 'Update' &&
    entry.apiVersion === writer.apiVersion &&
    entry.subresource === writer.subresource;
  const kept = before
    .map(entry => ({
      entry,
      fields: new Set(
        [...toFieldSet(entry.fieldsV1 ?? {})].filter(
          path =>
            (newValues.has(path) || !oldValues.has(path)) &&
            (isOwn(entry) || !changed.has(path)),
        ),
      ),
    }))
    .filter(({ fields }) => fields.size > 0);

  const own = kept.find(({ entry }) => isOwn(entry));
  const entries = kept
    .filter(item => item !== own || changed.size === 0)
    .map(({ entry, fields }) => ({ ...entry, fieldsV1: toTree(fields) }));
  if (changed.size > 0) {
    entries.push({
      manager: writer.manager,
      operation: 'Update',
      apiVersion: writer.apiVersion,
      time: now,
      fieldsType: 'FieldsV1',
      fieldsV1: toTree(new Set([...(own?.fields ?? []), ...changed])),
      ...(writer.subresource && { subresource: writer.subresource }),
    });
  }
  return entries.length > 0 ? entries : undefined;
}

const listKeys: Record<string, ((item: any) => string) | undefined> = {
  'f:metadata/f:ownerReferences': item =>
    `k:${JSON.stringify({ uid: item.uid })}`,
  'f:metadata/f:finalizers': item => `v:${JSON.stringify(item)}`,
  'f:secrets': item => `k:${JSON.stringify({ name: item.name })}`,
};

/** Every field of the object with its value as text; containers have ''. */
function collectFields(
  object: KubernetesObject,
  { subresource, custom }: FieldsWriter,
): Map<string, string> {
  const fields = new Map<string, string>();
  const { kind, apiVersion, metadata, status, ...rest } = object;
  for (const [name, value] of Object.entries(metadata)) {
    if (!untrackedMetadata.has(name)) {
      collect(fields, ['f:metadata', `f:${name}`], value, true);
    }
  }
  if (subresource && status !== undefined) {
    collect(fields, ['f:status'], status, custom);
  }
  // The finalizer of a namespace belongs to the server.
  for (const [name, value] of Object.entries(
    kind === 'Namespace' ? {} : rest,
  )) {
    const isMap = ['data', 'binaryData', 'secrets'].includes(name);
    collect(fields, [`f:${name}`], value, custom || isMap);
  }
  return fields;
}

function collect(
  fields: Map<string, string>,
  path: string[],
  value: any,
  isField: boolean,
): void {
  const add = (content: string, at = path) =>
    fields.set(JSON.stringify(at), content);
  const listKey = listKeys[path.join('/')];
  if (Array.isArray(value) && listKey) {
    add('');
    for (const item of value) {
      add(JSON.stringify(item), [...path, listKey(item)]);
    }
  } else if (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value)
  ) {
    const entries = Object.entries(value);
    if (isField || entries.length === 0) {
      add('');
    }
    for (const [name, child] of entries) {
      collect(fields, [...path, `f:${name}`], child, true);
    }
  } else {
    add(JSON.stringify(value));
  }
}

function toTree(fields: FieldSet): FieldsTree {
  const root: FieldsTree = {};
  for (const path of [...fields].sort()) {
    let node = root;
    for (const element of JSON.parse(path) as string[]) {
      node = node[element] ??= {};
    }
  }
  // A field that has fields below it and is owned itself is marked by a dot.
  for (const path of fields) {
    const node = (JSON.parse(path) as string[]).reduce(
      (parent, element) => parent[element],
      root,
    );
    if (Object.keys(node).length > 0) {
      node['.'] = {};
    }
  }
  return root;
}

function toFieldSet(
  tree: FieldsTree,
  path: string[] = [],
  fields: FieldSet = new Set(),
): FieldSet {
  for (const [element, children] of Object.entries(tree)) {
    if (element === '.') {
      fields.add(JSON.stringify(path));
    } else if (Object.keys(children).length === 0) {
      fields.add(JSON.stringify([...path, element]));
    } else {
      toFieldSet(children, [...path, element], fields);
    }
  }
  return fields;
}
