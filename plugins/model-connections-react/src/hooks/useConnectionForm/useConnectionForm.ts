import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  CA_CERTIFICATE_FIELD,
  hasS3Settings,
  proposeResourceName,
  protocolsOfFields,
  resourceNameProblem,
  validateConnectionValues,
} from '@mooring/backstage-plugin-model-connections-common';
import { useCallback, useMemo, useReducer } from 'react';
import { errorStatus } from '../../errors';
import { modelConnectionsReactTranslationRef } from '../../translation';
import {
  ConnectionFormFieldKey,
  ConnectionFormModel,
  S3SettingsModel,
} from './ConnectionFormModel';
import { emptyConnectionForm, valueKey } from './ConnectionFormState';
import { connectionFormReducer } from './connectionFormReducer';
import { formFieldsOf } from './formFieldsOf';
import {
  formProblems,
  serverErrorsOf,
  shownErrors,
  wrongFieldNames,
} from './formProblems';
import {
  s3Problems,
  s3SettingsEdits,
  shownS3Settings,
} from './s3SettingsModel';

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
  const { type, typedName } = state;
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

  const changeS3 = useCallback<S3SettingsModel['change']>(
    (settings, fileName) => dispatch({ type: 's3', settings, fileName }),
    [],
  );
  const isS3 = useMemo(
    () => hasS3Settings(protocolsOfFields(fields)),
    [fields],
  );
  const s3 = useMemo(
    () => (isS3 ? s3SettingsEdits(state.s3) : undefined),
    [isS3, state.s3],
  );
  const s3Problem = useMemo(() => s3Problems(s3), [s3]);

  const name = typedName ?? proposeResourceName(state.displayName);
  const { byKey: problems, other } = formProblems(typeName, validated.issues);
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
  const allProblems = { byKey: problems, other };
  Object.assign(problems, s3Problem);
  const errors = shownErrors(state, fields, allProblems);

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
    s3: isS3
      ? {
          ...shownS3Settings(state.s3),
          fileName: state.s3FileName,
          change: changeS3,
        }
      : undefined,
    wrongFields: [
      ...(problems.displayName ? [t('form.displayName')] : []),
      ...(problems.name ? [t('form.resourceName')] : []),
      ...wrongFieldNames(typeName, fields, allProblems),
      ...(problems[CA_CERTIFICATE_FIELD] ? [t('s3.caCertificate')] : []),
    ],
    errors: hasNoProposal ? { ...errors, name: problems.name } : errors,
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
      if (!type || Object.keys(problems).length > 0 || other.length > 0) {
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
        ...(s3 ? { s3 } : {}),
      };
    },
    applyServerError(error) {
      const refused = serverErrorsOf(error, typeName, fields);
      if (errorStatus(error) === 409) {
        refused.errors.name = t('form.resourceNameTaken', { name });
      }
      const isMapped =
        Object.keys(refused.errors).length + refused.other.length > 0;
      if (isMapped) {
        dispatch({ type: 'serverErrors', ...refused });
      }
      return isMapped;
    },
  };
}
