import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  CA_CERTIFICATE_FIELD,
  Connection,
  ConnectionType,
  isValueField,
  validateConnectionValues,
  ValueIssue,
} from '@mooring/backstage-plugin-model-connections-common';
import { useCallback, useMemo, useReducer, useState } from 'react';
import { modelConnectionsReactTranslationRef } from '../../translation';
import {
  changesValues,
  connectionEdits,
  isEmpty,
  keptValues,
} from './connectionEdits';
import {
  ConnectionEditFormModel,
  ConnectionFormFieldKey,
  S3SettingsModel,
} from './ConnectionFormModel';
import { valueKey } from './ConnectionFormState';
import { connectionFormOf } from './connectionFormOf';
import { connectionFormReducer } from './connectionFormReducer';
import { formFieldsOf } from './formFieldsOf';
import { offeredDefaults } from './offeredDefaults';
import {
  formProblems,
  serverErrorsOf,
  shownErrors,
  wrongFieldNames,
} from './formProblems';
import { s3Problems, shownS3Settings } from './s3SettingsModel';

/**
 * The state of a form for a connection that exists, held against its type as it is now (`undefined` where that is gone).
 * Only what is changed is judged, by the same rules as the server's; a change of names alone asks nothing of the values.
 * Values that are never shown stay unless they are replaced or removed. A type that becomes known later takes nothing away
 * of what was typed.
 *
 * @public
 */
export function useConnectionEditForm(
  initial: Connection,
  latestType: ConnectionType | undefined,
): ConnectionEditFormModel {
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const [connection, setConnection] = useState(initial);
  const [type, setType] = useState(latestType);
  const [state, dispatch] = useReducer(connectionFormReducer, undefined, () =>
    connectionFormOf(initial, latestType),
  );
  const typeName = type?.name ?? '';
  const fields = useMemo(() => (type ? formFieldsOf(type) : []), [type]);
  const valueFields = useMemo(() => fields.filter(isValueField), [fields]);
  const values = useMemo(
    () => state.values[typeName] ?? {},
    [state.values, typeName],
  );
  const edits = useMemo(
    () => connectionEdits(state, connection, fields),
    [state, connection, fields],
  );
  if (latestType && latestType !== type) {
    // It could be read at last: its fields begin with what is stored, and everything that was typed stays as it is.
    const known = connectionFormOf(connection, latestType, edits);
    setType(latestType);
    dispatch({
      type: 'restart',
      with: {
        ...state,
        type: latestType,
        values: known.values,
        prefilled: known.prefilled,
      },
    });
  }
  const isDirty =
    Object.keys(edits).length > 0 ||
    Object.values(state.choices).some(choice => choice !== 'kept');
  const s3Problem = useMemo(() => s3Problems(edits.s3), [edits.s3]);
  const changeS3 = useCallback<S3SettingsModel['change']>(
    (settings, fileName) => dispatch({ type: 's3', settings, fileName }),
    [],
  );

  const { issues, storedBytes } = useMemo(() => {
    const kept = keptValues(connection, edits);
    const validated = changesValues(edits)
      ? validateConnectionValues(fields, edits.values ?? {}, kept)
      : { issues: [], stored: {} };
    const encoder = new TextEncoder();
    return {
      issues: validated.issues as ValueIssue[],
      storedBytes: Object.values({ ...kept, ...validated.stored }).reduce(
        (sum, text) => sum + encoder.encode(text ?? '').length,
        0,
      ),
    };
  }, [connection, edits, fields]);
  const problems = formProblems(typeName, issues);
  for (const { envVar } of valueFields) {
    if (
      state.choices[envVar] === 'replaced' &&
      edits.values?.[envVar] === undefined
    ) {
      problems.byKey[valueKey(typeName, envVar)] = t('stored.empty');
    }
  }

  Object.assign(problems.byKey, s3Problem);
  const { prefilled } = state;
  const defaults = useMemo(
    () => offeredDefaults(connection, type),
    [connection, type],
  );
  const offered = Object.fromEntries(
    Object.entries(defaults).filter(
      ([envVar]) => prefilled[envVar] || isEmpty(values[envVar]),
    ),
  );

  const setValue = useCallback<ConnectionEditFormModel['setValue']>(
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
  const choose = useCallback<ConnectionEditFormModel['stored']['choose']>(
    (envVar, choice) => dispatch({ type: 'choose', envVar, choice }),
    [],
  );
  const envVars = new Set(valueFields.map(({ envVar }) => envVar));

  return {
    displayName: state.displayName,
    description: state.description,
    name: connection.name,
    nameFollows: false,
    type,
    fields,
    values,
    fileNames: state.fileNames[typeName] ?? {},
    storedBytes,
    s3: connection.s3 && {
      ...shownS3Settings(state.s3, connection.s3),
      fileName: state.s3FileName,
      stored: connection.s3,
      change: changeS3,
    },
    wrongFields: [
      ...wrongFieldNames(typeName, fields, problems),
      ...(problems.byKey[CA_CERTIFICATE_FIELD] ? [t('s3.caCertificate')] : []),
    ],
    errors: shownErrors(state, fields, problems),
    isDirty,
    refusals: state.refusals,
    edits,
    stored: {
      choices: state.choices,
      otherKeys: Object.keys(connection.values)
        .filter(key => !envVars.has(key))
        .sort(),
      offered,
      prefilled: Object.keys(prefilled),
      missing: valueFields
        .filter(
          ({ envVar, required, type: kind }) =>
            required &&
            kind !== 'boolean' &&
            !connection.values[envVar] &&
            !prefilled[envVar],
        )
        .map(({ envVar }) => envVar),
      choose,
    },

    setDisplayName: text => dispatch({ type: 'displayName', text }),
    setDescription: text => dispatch({ type: 'description', text }),
    setName: () => {},
    followDisplayName: () => {},
    setValue,
    touch,
    refuse: () => dispatch({ type: 'refuse' }),
    submit() {
      if (Object.keys(problems.byKey).length + problems.other.length > 0) {
        dispatch({ type: 'refuse' });
        return undefined;
      }
      return edits;
    },
    applyServerError(error) {
      const refused = serverErrorsOf(error, typeName, fields);
      const isMapped =
        Object.keys(refused.errors).length + refused.other.length > 0;
      if (isMapped) {
        dispatch({ type: 'serverErrors', ...refused });
      }
      return isMapped;
    },
    restart(next, kept) {
      setConnection(next);
      dispatch({ type: 'restart', with: connectionFormOf(next, type, kept) });
    },
  };
}
