import {
  Connection,
  ConnectionCreate,
  ConnectionPatch,
  ConnectionType,
  ConnectionTypeFormField,
  ConnectionValue,
  S3Settings,
  S3SettingsWrite,
} from '@mooring/backstage-plugin-model-connections-common';

/**
 * The errors to be shown now, each at its field.
 *
 * @public
 */
export interface ConnectionFormErrors {
  displayName?: string;
  description?: string;
  name?: string;
  /** By environment variable. */
  values: Readonly<Record<string, string>>;
  /** Of the certificates that S3 is to be trusted by. */
  caCertificate?: string;
  /** What belongs to no single field, such as the size of all values together. */
  other: readonly string[];
}

/**
 * What happens to a value that is set and never shown: it stays, a new one takes its place, or it goes.
 *
 * @public
 */
export type StoredValueChoice = 'kept' | 'replaced' | 'removed';

/**
 * What the form has to say of a connection that exists already.
 *
 * @public
 */
export interface StoredValues {
  /** By environment variable: the values that are set and never shown. */
  choices: Readonly<Record<string, StoredValueChoice>>;
  /** The keys that the type does not have (any more), in order. Each has a choice. */
  otherKeys: readonly string[];
  /**
   * The defaults of the fields that the connection has no value for, by environment variable. Nothing of it is written
   * unless somebody uses it, but for what is {@link StoredValues.prefilled}.
   */
  offered: Readonly<Record<string, ConnectionValue>>;
  /**
   * The required ones among them, filled in as long as nobody touches them, by environment variable. They are written
   * with the next change of a value, which needs them; never alone, or with names.
   */
  prefilled: readonly string[];
  /** The fields that the type requires and the connection has no value for, by environment variable. */
  missing: readonly string[];
  choose(envVar: string, choice: StoredValueChoice): void;
}

/**
 * How S3 is read beyond the values, as it is being filled in.
 *
 * @public
 */
export interface S3SettingsModel {
  verifyTls: boolean;
  virtualHostedBuckets: boolean;
  anonymous: boolean;
  /** PEM; empty where there is none. */
  caCertificate: string;
  /** Whether stored certificates, which may not have been readable, are to go. */
  isForgotten: boolean;
  /** Where the certificates came from, where that is known. */
  fileName?: string;
  /** Of a connection that exists: what is stored. */
  stored?: S3Settings;
  change(settings: S3SettingsWrite, fileName?: string): void;
}

/**
 * What {@link ConnectionForm} shows, of a new connection and of one that is edited.
 *
 * @public
 */
export interface ConnectionFormBase {
  displayName: string;
  description: string;
  /** The resource name: typed, or what follows from the display name. */
  name: string;
  /** Whether the resource name still follows the display name. */
  nameFollows: boolean;
  type?: ConnectionType;
  /** The chosen type's fields, in order. */
  fields: readonly ConnectionTypeFormField[];
  /** By environment variable; those of other types are kept aside until such a type is chosen again. */
  values: Readonly<Record<string, ConnectionValue>>;
  /** Where the content of a file field came from, by environment variable. */
  fileNames: Readonly<Record<string, string>>;
  /** What all values take in the Secret, in bytes, as far as it is known. */
  storedBytes: number;
  /** Absent where the connection does not serve S3. */
  s3?: S3SettingsModel;
  errors: ConnectionFormErrors;
  /** The titles of the fields that are to be corrected before a submit, from top to bottom, shown or not. */
  wrongFields: readonly string[];
  /** Whether anything was typed or chosen that is not stored. */
  isDirty: boolean;
  /** Grows with each refused submit: the first wrong field then takes the focus. */
  refusals: number;
  /** Of a connection that exists; its resource name can no longer change. */
  stored?: StoredValues;

  setDisplayName(displayName: string): void;
  setDescription(description: string): void;
  setName(name: string): void;
  /** Lets the resource name follow the display name again. */
  followDisplayName(): void;
  /** Sets a value, or removes it with `undefined`. */
  setValue(
    envVar: string,
    value: ConnectionValue | undefined,
    fileName?: string,
  ): void;
  /** Says that a field was left, so that its error may be shown. */
  touch(field: ConnectionFormFieldKey): void;
  /** Refuses a submit for a reason outside of the form: what is wrong is shown, the first wrong field has the focus. */
  refuse(): void;
  /** Puts a server's refusal to the fields it names; false when it names none. */
  applyServerError(error: Error): boolean;
}

/**
 * A new connection as it is being filled in, and everything that may be done to it. Made by {@link useConnectionForm},
 * shown by {@link ConnectionForm}.
 *
 * @public
 */
export interface ConnectionFormModel extends ConnectionFormBase {
  selectType(type: ConnectionType): void;
  /** What to create; `undefined` when something is wrong, which is then shown. */
  submit(): ConnectionCreate | undefined;
}

/**
 * What changes about a connection: a patch before it is known on which version it lies.
 *
 * @public
 */
export type ConnectionEdits = Omit<ConnectionPatch, 'resourceVersion'>;

/**
 * A connection as it is being edited. Made by {@link useConnectionEditForm}, shown by {@link ConnectionForm}.
 *
 * @public
 */
export interface ConnectionEditFormModel extends ConnectionFormBase {
  stored: StoredValues;
  /** What differs from what is stored; empty where nothing does. */
  edits: ConnectionEdits;
  /** The edits to be saved; `undefined` when something is wrong, which is then shown. */
  submit(): ConnectionEdits | undefined;
  /** Goes on from another version of the connection, with these edits on it. */
  restart(connection: Connection, edits?: ConnectionEdits): void;
}

/**
 * A field of the form.
 *
 * @public
 */
export type ConnectionFormFieldKey =
  | 'displayName'
  | 'description'
  | 'name'
  | 's3.caCertificate'
  | { envVar: string };
