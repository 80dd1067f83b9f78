import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  proposeResourceName,
  resourceNameProblem,
  validateConnectionValues,
} from '@mooring/backstage-plugin-model-connections-common';
import { useCallback, useMemo, useReducer } from 'react';
import { errorStatus, fieldErrors } from '../../errors';
import { modelConnectionsReactTranslationRef } from '../../translation';
import {
  ConnectionFormFieldKey,
  ConnectionFormModel,
} from './ConnectionFormModel';
import { emptyConnectionForm, valueKey } from './ConnectionFormState';
import { connectionFormReducer } from './connectionFormReducer';
import { formFieldsOf } from './formFieldsOf';

const OWN_FIELDS = ['displayName', 'description', 'name'];

/**
 * The state of a form for a new connection. Values are judged by the common package's rules on every change; an error
 * is shown once its field was left, or after a submit. Values of a type are kept while another type is looked at.
 *
 * @public
 */
export function useConnectionForm(): ConnectionFormModel {
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const [state, dispatch] = useReducer(
    connectionFormReducer,
    emptyConnectionForm,
  );
  const { type, typedName, touched, submitted, serverErrors } = state;
  const typeName = type?.name ?? '';
  const fields = useMemo(() => (type ? formFieldsOf(type) : []), [type]);
  const values = useMemo(
    () => state.values[typeName] ?? {},
    [state.values, typeName],
  );
  const validated = useMemo(
    () => validateConnectionValues(fields, values),
    [fields, values],
  );
  const storedBytes = useMemo(() => {
    const encoder = new TextEncoder();
    return Object.values(validated.stored).reduce(
      (sum, text) => sum + encoder.encode(text).length,
      0,
    );
  }, [validated]);

  // The same functions from render to render: a field that did not change is not drawn again.
  const setValue = useCallback<ConnectionFormModel['setValue']>(
    (envVar, value, fileName) =>
      dispatch({ type: 'value', envVar, value, fileName }),
    [],
  );
  const touch = useCallback(
    (key: ConnectionFormFieldKey) =>
      dispatch({
        type: 'touch',
        key: typeof key === 'string' ? key : valueKey(typeName, key.envVar),
      }),
    [typeName],
  );
  const selectType = useCallback<ConnectionFormModel['selectType']>(
    connectionType => dispatch({ type: 'select', connectionType }),
    [],
  );

  const name = typedName ?? proposeResourceName(state.displayName);
  const problems: Record<string, string> = {};
  const allProblems: string[] = [];
  if (state.displayName.trim() === '') {
    problems.displayName = t('form.displayNameRequired');
  }
  const hasNoProposal =
    typedName === undefined && name === '' && state.displayName.trim() !== '';
  const nameProblem = hasNoProposal
    ? t('form.resourceNameNone')
    : resourceNameProblem(name);
  if (nameProblem) {
    problems.name = nameProblem;
  }
  for (const { field, message } of validated.issues) {
    if (field === 'values') {
      allProblems.push(message);
    } else {
      problems[valueKey(typeName, field)] = message;
    }
  }

  const wrongFields = [
    ...(problems.displayName ? [t('form.displayName')] : []),
    ...(problems.name ? [t('form.resourceName')] : []),
    ...fields.flatMap(field =>
      field.type !== 'section' && problems[valueKey(typeName, field.envVar)]
        ? [field.name]
        : [],
    ),
  ];

  const shown = (key: string): string | undefined =>
    serverErrors[key] ??
    (submitted || touched[key] ? problems[key] : undefined);
  const shownValues: Record<string, string> = {};
  for (const field of fields) {
    const error =
      field.type !== 'section' && shown(valueKey(typeName, field.envVar));
    if (field.type !== 'section' && error) {
      shownValues[field.envVar] = error;
    }
  }

  return {
    displayName: state.displayName,
    description: state.description,
    name,
    nameFollows: typedName === undefined,
    type,
    fields,
    values,
    fileNames: state.fileNames[typeName] ?? {},
    storedBytes,
    wrongFields,
    errors: {
      displayName: shown('displayName'),
      description: shown('description'),
      name: hasNoProposal ? problems.name : shown('name'),
      values: shownValues,
      other: [...allProblems, ...state.otherErrors],
    },
    isDirty: state.isDirty,
    refusals: state.refusals,

    setDisplayName: text => dispatch({ type: 'displayName', text }),
    setDescription: text => dispatch({ type: 'description', text }),
    setName: text => dispatch({ type: 'name', text }),
    followDisplayName: () => dispatch({ type: 'follow' }),
    selectType,
    setValue,
    touch,
    refuse: () => dispatch({ type: 'refuse' }),
    submit() {
      if (!type || Object.keys(problems).length > 0 || allProblems.length > 0) {
        dispatch({ type: 'refuse' });
        return undefined;
      }
      const description = state.description.trim();
      return {
        name,
        displayName: state.displayName.trim(),
        ...(description ? { description } : {}),
        typeName,
        values: Object.fromEntries(
          Object.entries(values).filter(([envVar]) =>
            Object.hasOwn(validated.stored, envVar),
          ),
        ),
      };
    },
    applyServerError(error) {
      const envVars = new Set(
        fields.flatMap(f => (f.type === 'section' ? [] : [f.envVar])),
      );
      const isConflict = errorStatus(error) === 409;
      const errors: Record<string, string> = {};
      const other: string[] = [];
      for (const { field, message } of fieldErrors(error)) {
        const isOwn = OWN_FIELDS.includes(field);
        // A conflict is about the connection itself, even where a value is called the same.
        if (isOwn && (isConflict || !envVars.has(field))) {
          errors[field] = message;
        } else if (envVars.has(field)) {
          errors[valueKey(typeName, field)] = message;
        } else {
          other.push(field === 'values' ? message : `${field}: ${message}`);
        }
      }
      if (isConflict) {
        errors.name = t('form.resourceNameTaken', { name });
      }
      const mapped = Object.keys(errors).length + other.length > 0;
      if (mapped) {
        dispatch({ type: 'serverErrors', errors, other });
      }
      return mapped;
    },
  };
}
