import {
  CA_CERTIFICATE_FIELD,
  ConnectionType,
  ConnectionValue,
  S3SettingsWrite,
} from '@mooring/backstage-plugin-model-connections-common';
import { StoredValueChoice } from './ConnectionFormModel';
import { ConnectionFormState, valueKey } from './ConnectionFormState';
import { defaultValues } from './defaultValues';
import { followedDefaults } from './followedDefaults';
import { formFieldsOf } from './formFieldsOf';

/** What can happen to a form. */
export type ConnectionFormAction =
  | { type: 'displayName' | 'description' | 'name'; text: string }
  | { type: 'follow' }
  | { type: 'select'; connectionType: ConnectionType }
  | {
      type: 'value';
      envVar: string;
      value: ConnectionValue | undefined;
      fileName?: string;
    }
  | { type: 's3'; settings: S3SettingsWrite; fileName?: string }
  | { type: 'choose'; envVar: string; choice: StoredValueChoice }
  | { type: 'restart'; with: ConnectionFormState }
  | { type: 'touch'; key: string }
  | { type: 'refuse' }
  | { type: 'serverErrors'; errors: Record<string, string>; other: string[] };

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record;
  return rest;
}

function withValue(
  state: ConnectionFormState,
  action: Extract<ConnectionFormAction, { type: 'value' }>,
): ConnectionFormState {
  const typeName = state.type?.name;
  if (typeName === undefined) {
    return state;
  }
  const { envVar, value, fileName } = action;
  const values = without(state.values[typeName] ?? {}, envVar);
  const fileNames = without(state.fileNames[typeName] ?? {}, envVar);
  return {
    ...state,
    isDirty: true,
    otherErrors: [],
    prefilled: without(state.prefilled, envVar),
    serverErrors: without(state.serverErrors, valueKey(typeName, envVar)),
    values: {
      ...state.values,
      [typeName]: value === undefined ? values : { ...values, [envVar]: value },
    },
    fileNames: {
      ...state.fileNames,
      [typeName]:
        value === undefined || fileName === undefined
          ? fileNames
          : { ...fileNames, [envVar]: fileName },
    },
  };
}

function startValues(
  state: ConnectionFormState,
  connectionType: ConnectionType,
) {
  const { name } = connectionType;
  const known = state.values[name];
  const fields = formFieldsOf(connectionType);
  if (!known) {
    return defaultValues(fields);
  }
  return state.type?.name === name
    ? followedDefaults(formFieldsOf(state.type), fields, known)
    : known;
}

/** The reducer behind {@link useConnectionForm}. */
export function connectionFormReducer(
  state: ConnectionFormState,
  action: ConnectionFormAction,
): ConnectionFormState {
  switch (action.type) {
    case 'displayName':
    case 'description':
      return {
        ...state,
        [action.type]: action.text,
        isDirty: true,
        serverErrors:
          action.type === 'displayName' && state.typedName === undefined
            ? without(without(state.serverErrors, 'name'), 'displayName')
            : without(state.serverErrors, action.type),
      };
    case 'name':
      return {
        ...state,
        typedName: action.text,
        isDirty: true,
        touched: { ...state.touched, name: true },
        serverErrors: without(state.serverErrors, 'name'),
      };
    case 'follow':
      return {
        ...state,
        typedName: undefined,
        serverErrors: without(state.serverErrors, 'name'),
      };
    case 'select': {
      const { connectionType } = action;
      const { name } = connectionType;
      return {
        ...state,
        type: connectionType,
        submitted: false,
        otherErrors: [],
        values: {
          ...state.values,
          [name]: startValues(state, connectionType),
        },
      };
    }
    case 'value':
      return withValue(state, action);
    case 's3': {
      const isCertificate = action.settings.caCertificate !== undefined;
      return {
        ...state,
        isDirty: true,
        otherErrors: [],
        s3: { ...state.s3, ...action.settings },
        s3FileName: isCertificate ? action.fileName : state.s3FileName,
        serverErrors: isCertificate
          ? without(state.serverErrors, CA_CERTIFICATE_FIELD)
          : state.serverErrors,
      };
    }
    case 'choose':
      // What was typed into the place of a stored value goes with the choice.
      return {
        ...withValue(state, {
          type: 'value',
          envVar: action.envVar,
          value: undefined,
        }),
        otherErrors: [],
        touched: without(
          state.touched,
          valueKey(state.type?.name ?? '', action.envVar),
        ),
        choices: { ...state.choices, [action.envVar]: action.choice },
      };
    case 'restart':
      return action.with;
    case 'touch':
      return state.touched[action.key]
        ? state
        : { ...state, touched: { ...state.touched, [action.key]: true } };
    case 'refuse':
      return { ...state, submitted: true, refusals: state.refusals + 1 };
    case 'serverErrors':
      return {
        ...state,
        serverErrors: action.errors,
        otherErrors: action.other,
        refusals: state.refusals + 1,
      };
    default:
      return state;
  }
}
