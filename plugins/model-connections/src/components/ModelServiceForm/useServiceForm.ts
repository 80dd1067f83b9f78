import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Connection,
  ModelService,
  ModelServiceWrite,
  validateModelService,
} from '@mooring/backstage-plugin-model-connections-common';
import { useMemo, useState } from 'react';
import { ModelServicePrefill } from '../../hooks/useModelServiceLinks';
import { canonicalText } from '../../model-services/canonicalText';
import { servingConnectionOf } from '../../model-services/connectionValues';
import { isCount, isQuantity } from '../../model-services/resourceFields';
import {
  draftNameOf,
  emptyServiceDraft,
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
}): ServiceFormModel {
  const { namespace, service, prefill, connectionOf } = options;
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
  for (const [field, text] of Object.entries(draft.resources)) {
    const isGood = field === 'gpus' ? isCount(text) : isQuantity(text);
    if (!isGood) {
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
  const names = draft.env.map(row => row.name.trim());
  draft.env.forEach(({ id, value }, index) => {
    const variable = names[index];
    if (variable === '' && value === '') return;
    if (!VARIABLE.test(variable)) {
      add(`env.${id}`, t('services.form.badVariable'));
    } else if (names.indexOf(variable) !== index) {
      add(`env.${id}`, t('services.form.doubleVariable'));
    }
  });

  const isShown = (field: string) =>
    refusals > 0 ||
    touched.has(field) ||
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
