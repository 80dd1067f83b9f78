import {
  ConnectionType,
  ConnectionValue,
  S3SettingsWrite,
} from '@mooring/backstage-plugin-model-connections-common';
import { StoredValueChoice } from './ConnectionFormModel';

/** What {@link useConnectionForm} remembers. Everything else is computed from it. */
export interface ConnectionFormState {
  displayName: string;
  description: string;
  /** As typed; absent while it follows the display name. */
  typedName?: string;
  type?: ConnectionType;
  /** By type, then by environment variable. */
  values: Record<string, Record<string, ConnectionValue>>;
  fileNames: Record<string, Record<string, string>>;
  /** What was changed of how S3 is read; kept while another type is looked at. */
  s3: S3SettingsWrite;
  /** Where the certificates came from. */
  s3FileName?: string;
  /** What happens to the values that are set and never shown, by environment variable. */
  choices: Record<string, StoredValueChoice>;
  /** The values that stand in for what is required and not stored, and that nobody has touched, by environment variable. */
  prefilled: Record<string, true>;
  /** Keys of {@link valueKey}, or names of the form's own fields. */
  touched: Record<string, true>;
  submitted: boolean;
  /** What the server refused, by keys of {@link valueKey}, or names of the form's own fields; gone when the field changes. */
  serverErrors: Record<string, string>;
  otherErrors: string[];
  isDirty: boolean;
  refusals: number;
}

/** The start: nothing typed, no type chosen. */
export const emptyConnectionForm: ConnectionFormState = {
  displayName: '',
  description: '',
  values: {},
  fileNames: {},
  s3: {},
  choices: {},
  prefilled: {},
  touched: {},
  submitted: false,
  serverErrors: {},
  otherErrors: [],
  isDirty: false,
  refusals: 0,
};

/** The key of a value's field: an environment variable may be called `name` as well. */
export function valueKey(typeName: string, envVar: string): string {
  return `${typeName}/${envVar}`;
}
