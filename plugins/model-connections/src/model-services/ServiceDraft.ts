import {
  EnvironmentVariable,
  ModelLocation,
  ModelService,
  modelServiceWriteOf,
  ModelServiceWrite,
  proposeModelServiceName,
} from '@mooring/backstage-plugin-model-connections-common';
import { canonicalText } from './canonicalText';
import {
  ResourceFields,
  resourceFieldsOf,
  withResourceFields,
} from './resourceFields';

/** A variable as a row of the form. */
export interface EnvironmentRow {
  /** Tells rows apart while their names change. */
  id: number;
  name: string;
  value: string;
  /** Where the value comes from instead; it is kept as it is. */
  valueFrom?: EnvironmentVariable['valueFrom'];
}

/** An argument as a row of the form: one argument, whatever line breaks it holds. */
export interface ArgumentRow {
  /** Tells rows apart while their texts change. */
  id: number;
  value: string;
  /** It was added in the form: as long as it is empty it is none. */
  isNew?: boolean;
}

/** What the form for a model service holds, as it was typed. */
export interface ServiceDraft {
  displayName: string;
  description: string;
  /** Absent while the name follows the display name. */
  typedName?: string;
  format: string;
  formatVersion: string;
  /** Empty for KServe's own choice. */
  runtime: string;
  /** Absent where the service says it in a way of its own, which is kept. */
  locationKind?: ModelLocation['kind'];
  connection: string;
  path: string;
  claim: string;
  claimPath: string;
  uri: string;
  account: string;
  resources: ResourceFields;
  minReplicas: string;
  maxReplicas: string;
  env: EnvironmentRow[];
  args: ArgumentRow[];
}

/** The form for a new service. */
export const emptyServiceDraft: ServiceDraft = {
  displayName: '',
  description: '',
  format: '',
  formatVersion: '',
  runtime: '',
  locationKind: 'connection',
  connection: '',
  path: '',
  claim: '',
  claimPath: '',
  uri: '',
  account: '',
  resources: resourceFieldsOf(undefined),
  minReplicas: '',
  maxReplicas: '',
  env: [],
  args: [],
};

const textOf = (count: number | undefined) =>
  count === undefined ? '' : String(count);

/** The form for a service that is there. */
export function serviceDraftOf(service: ModelServiceWrite): ServiceDraft {
  const { location } = service;
  return {
    ...emptyServiceDraft,
    displayName: service.displayName ?? '',
    description: service.description ?? '',
    typedName: service.name,
    format: service.modelFormat?.name ?? '',
    formatVersion: service.modelFormat?.version ?? '',
    runtime: service.runtime ?? '',
    locationKind: location?.kind,
    ...(location?.kind === 'connection' && {
      connection: location.connection,
      path: location.path ?? '',
    }),
    ...(location?.kind === 'pvc' && {
      claim: location.claim,
      claimPath: location.path ?? '',
    }),
    ...(location?.kind === 'uri' && { uri: location.uri }),
    account:
      (location && 'serviceAccountName' in location
        ? location.serviceAccountName
        : undefined) ?? '',
    resources: resourceFieldsOf(service.resources),
    minReplicas: textOf(service.minReplicas),
    maxReplicas: textOf(service.maxReplicas),
    env: (service.env ?? []).map(({ name, value, valueFrom }, id) => ({
      id,
      name,
      value: value ?? '',
      ...(valueFrom && { valueFrom }),
    })),
    args: (service.args ?? []).map((value, id) => ({ id, value })),
  };
}

/** Whether nothing was entered for a variable: such a row is left out. */
export const isEmptyVariable = (row: EnvironmentRow): boolean =>
  row.name.trim() === '' && row.value === '' && row.valueFrom === undefined;

const contentOf = ({ name, value, valueFrom }: EnvironmentVariable) =>
  canonicalText([name, value ?? '', valueFrom]);

/**
 * The variables of a service that were not changed in the form, by the row that shows each: they are written as they were
 * read, and not judged anew. A variable stands for one row only.
 */
export function keptVariables(
  rows: readonly EnvironmentRow[],
  env: readonly EnvironmentVariable[] | undefined,
): ReadonlyMap<number, EnvironmentVariable> {
  const kept = new Map<number, EnvironmentVariable>();
  const left = [...(env ?? [])];
  for (const row of rows) {
    const index = left.findIndex(
      variable => contentOf(variable) === contentOf(row),
    );
    if (index >= 0) kept.set(row.id, left.splice(index, 1)[0]);
  }
  return kept;
}

/** The name that a new service gets: as typed, else proposed from the display name. */
export const draftNameOf = (draft: ServiceDraft, namespace: string): string =>
  draft.typedName ?? proposeModelServiceName(draft.displayName, namespace);

function locationOf(draft: ServiceDraft): ModelLocation | undefined {
  const path = draft.path.trim();
  const claimPath = draft.claimPath.trim();
  const account = draft.account.trim()
    ? { serviceAccountName: draft.account.trim() }
    : {};
  switch (draft.locationKind) {
    case 'connection':
      return {
        kind: 'connection',
        connection: draft.connection,
        ...(path && { path }),
        ...account,
      };
    case 'pvc':
      return {
        kind: 'pvc',
        claim: draft.claim.trim(),
        ...(claimPath && { path: claimPath }),
      };
    case 'uri':
      return { kind: 'uri', uri: draft.uri.trim(), ...account };
    default:
      return undefined;
  }
}

const LOCATION_FIELDS = [
  'locationKind',
  'connection',
  'path',
  'claim',
  'claimPath',
  'uri',
  'account',
] as const;

/**
 * What is to be written. Of a service that is there, only what was changed in the form differs: the rest is written as it was
 * read, whatever its shape.
 */
export function writeOfServiceDraft(
  draft: ServiceDraft,
  options: {
    namespace: string;
    base?: ModelService;
    labels?: Readonly<Record<string, string>>;
  },
): ModelServiceWrite {
  const { namespace, base, labels } = options;
  const start = base ? serviceDraftOf(base) : emptyServiceDraft;
  const write: ModelServiceWrite = base
    ? { ...modelServiceWriteOf(base) }
    : { name: draftNameOf(draft, namespace), ...(labels && { labels }) };
  const differs = (...fields: (keyof ServiceDraft)[]) =>
    fields.some(
      field => canonicalText(draft[field]) !== canonicalText(start[field]),
    );
  const put = <K extends keyof ModelServiceWrite>(
    key: K,
    value: ModelServiceWrite[K] | undefined | '',
  ) => {
    if (value === undefined || value === '') delete write[key];
    else write[key] = value;
  };

  if (differs('displayName')) put('displayName', draft.displayName.trim());
  if (differs('description')) put('description', draft.description.trim());
  if (differs('format', 'formatVersion')) {
    const version = draft.formatVersion.trim();
    put(
      'modelFormat',
      draft.format.trim()
        ? { name: draft.format.trim(), ...(version && { version }) }
        : undefined,
    );
  }
  if (differs('runtime')) put('runtime', draft.runtime.trim());
  if (!base || differs(...LOCATION_FIELDS)) {
    put('location', locationOf(draft));
  }
  if (differs('resources')) {
    put('resources', withResourceFields(base?.resources, draft.resources));
  }
  for (const field of ['minReplicas', 'maxReplicas'] as const) {
    if (differs(field)) {
      const text = draft[field].trim();
      put(field, text === '' ? undefined : Number(text));
    }
  }
  if (differs('env')) {
    const kept = keptVariables(draft.env, base?.env);
    const env = draft.env
      .filter(row => !isEmptyVariable(row))
      .map(
        (row): EnvironmentVariable =>
          kept.get(row.id) ?? {
            name: row.name.trim(),
            ...(row.valueFrom
              ? { valueFrom: row.valueFrom }
              : { value: row.value }),
          },
      );
    put('env', env.length > 0 ? env : undefined);
  }
  if (differs('args')) {
    const args = draft.args
      .filter(({ value, isNew }) => !isNew || value !== '')
      .map(({ value }) => value);
    put('args', args.length > 0 ? args : undefined);
  }
  return write;
}
