import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Connection,
  ModelService,
  ModelServiceWrite,
  runtimeNamed,
  ServingChoice,
  validateModelService,
} from '@mooring/backstage-plugin-model-connections-common';
import { useMemo, useState } from 'react';
import { ModelServicePrefill } from '../../hooks/useModelServiceLinks';
import { canonicalText } from '../../model-services/canonicalText';
import { servingConnectionOf } from '../../model-services/connectionValues';
import {
  isCount,
  isQuantity,
  resourceFieldsOf,
} from '../../model-services/resourceFields';
import {
  draftNameOf,
  emptyServiceDraft,
  isEmptyVariable,
  keptVariables,
  ServiceDraft,
  serviceDraftOf,
  writeOfServiceDraft,
} from '../../model-services/ServiceDraft';
import { modelConnectionsTranslationRef } from '../../translation';

/** The form for a model service: what was typed, what it comes to, and what is wrong with it. */
export interface ServiceFormModel {
  draft: ServiceDraft;
  /** The name that the service has or will get. */
  name: string;
  /** The service that is changed; absent for a new one. */
  base?: ModelService;
  write: ModelServiceWrite;
  isDirty: boolean;
  /** What is wrong, by field, whether it is shown already or not. */
  problems: Readonly<Record<string, string>>;
  /** What is wrong with a field, to be shown now. */
  problemOf(...fields: string[]): string | undefined;
  /** The fields that something is wrong with, by the form or by the server. */
  wrongFields: readonly string[];
  set(change: Partial<ServiceDraft>): void;
  /** A field was left: from now on what is wrong with it is shown. */
  touch(field: string): void;
  /** Shows everything that is wrong. */
  refuse(): void;
  /** Grows with each refusal. */
  refusals: number;
  /** What the server said about fields; gone as soon as anything is changed. */
  applyServerErrors(errors: Readonly<Record<string, string>>): void;
  /** Begins anew from another version of the service, with the changes of `mine` where it is given. */
  rebase(base: ModelService, mine?: ModelServiceWrite): void;
}

/** Variables may be called anything that a shell takes, and dots and dashes (Kubernetes' own rule). */
const VARIABLE = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** Holds the form, and judges it by the common rules on every change. */
export function useServiceForm(options: {
  namespace: string;
  service?: ModelService;
  prefill?: ModelServicePrefill;
  /** The chosen connection, once it is known. */
  connectionOf(name: string): Connection | undefined;
  /** The runtimes, once they are known. */
  runtimes?: readonly ServingChoice[];
}): ServiceFormModel {
  const { namespace, service, prefill, connectionOf, runtimes = [] } = options;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [base, setBase] = useState(service);
  const [start, setStart] = useState<ServiceDraft>(() =>
    service
      ? serviceDraftOf(service)
      : {
          ...emptyServiceDraft,
          displayName: prefill?.displayName ?? '',
          typedName: prefill?.name,
        },
  );
  const [draft, setDraft] = useState(start);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [serverErrors, setServerErrors] = useState<
    Readonly<Record<string, string>>
  >({});
  const [refusals, setRefusals] = useState(0);
  const labels = prefill?.labels;

  const name = base?.name ?? draftNameOf(draft, namespace);
  const write = useMemo(
    () => writeOfServiceDraft(draft, { namespace, base, labels }),
    [draft, namespace, base, labels],
  );
  const connection = connectionOf(draft.connection);

  const problems: Record<string, string> = {};
  const add = (field: string, message: string) => {
    problems[field] ??= message;
  };
  const keepsLocation =
    base !== undefined &&
    canonicalText(write.location) === canonicalText(base.location);
  if (draft.locationKind === 'connection' && draft.connection === '') {
    add('location.connection', t('services.form.connectionMissing'));
  }
  if (!base && name === '' && draft.displayName.trim() !== '') {
    add('name', t('services.form.nameNone'));
  }
  if (!base && !draft.format.trim()) {
    add('modelFormat', t('services.form.formatMissing'));
  }
  for (const { field, message } of validateModelService(write, {
    namespace,
    isNew: base === undefined,
    connection: connection && servingConnectionOf(connection),
    runtime: runtimeNamed(runtimes, write.runtime ?? ''),
    serving: base,
  })) {
    const isUnknown =
      field === 'location.connection' &&
      draft.connection !== '' &&
      connection === undefined;
    // What is kept others may have written; what is not known yet is judged once it is.
    if (!isUnknown && !(keepsLocation && field.startsWith('location'))) {
      add(field, message);
    }
  }
  for (const field of ['minReplicas', 'maxReplicas'] as const) {
    if (!isCount(draft[field])) add(field, t('services.form.badCount'));
  }
  // What of a service was not touched is not judged anew: the cluster took it once, whoever wrote it.
  const present = resourceFieldsOf(base?.resources);
  for (const field of Object.keys(present) as (keyof typeof present)[]) {
    const text = draft.resources[field];
    const isGood = field === 'gpus' ? isCount(text) : isQuantity(text);
    if (!isGood && text !== present[field]) {
      add(
        `resources.${field}`,
        t(
          field === 'gpus'
            ? 'services.form.badCount'
            : 'services.form.badQuantity',
        ),
      );
    }
  }
  const kept = keptVariables(draft.env, base?.env);
  const names = draft.env.map(row => row.name.trim());
  draft.env.forEach((row, index) => {
    if (isEmptyVariable(row) || kept.has(row.id)) return;
    const variable = names[index];
    const isTwice = draft.env.some(
      (other, at) =>
        names[at] === variable && (at < index || kept.has(other.id)),
    );
    const isOld = base?.env?.some(({ name: old }) => old === variable);
    if (!isOld && !VARIABLE.test(variable)) {
      add(`env.${row.id}`, t('services.form.badVariable'));
    } else if (isTwice) {
      add(`env.${row.id}`, t('services.form.doubleVariable'));
    }
  });

  const isShown = (field: string) =>
    refusals > 0 ||
    touched.has(field) ||
    // The format decides of it as well.
    (field === 'runtime' && touched.has('modelFormat')) ||
    // The rule for names is told as it is typed.
    (field === 'name' && name !== '') ||
    (field === 'name' && draft.displayName.trim() !== '' && !base);

  return {
    draft,
    name,
    base,
    write,
    isDirty: canonicalText(draft) !== canonicalText(start),
    problems,
    problemOf(...fields) {
      for (const field of fields) {
        if (serverErrors[field]) return serverErrors[field];
        if (problems[field] && isShown(field)) return problems[field];
      }
      return undefined;
    },
    wrongFields: [
      ...new Set([...Object.keys(serverErrors), ...Object.keys(problems)]),
    ],
    set(change) {
      setDraft(old => ({ ...old, ...change }));
      setServerErrors({});
    },
    touch: field => setTouched(old => new Set([...old, field])),
    refuse: () => setRefusals(count => count + 1),
    refusals,
    applyServerErrors(errors) {
      setServerErrors(errors);
      if (Object.keys(errors).length > 0) setRefusals(count => count + 1);
    },
    rebase(next, mine) {
      const draftOfNext = serviceDraftOf(next);
      setBase(next);
      setStart(draftOfNext);
      setDraft(
        mine ? serviceDraftOf({ ...mine, name: next.name }) : draftOfNext,
      );
      setServerErrors({});
    },
  };
}
