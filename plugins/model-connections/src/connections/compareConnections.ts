import {
  Connection,
  S3SettingsWrite,
  StoredConnectionValue,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionEdits,
  UNSAID_S3_SETTINGS,
} from '@mooring/backstage-plugin-model-connections-react';
import {
  ConflictChoices,
  ConflictSide,
} from '../components/ConflictDialog/ConflictPart';

/** A field's value in one version: shown, only known to be set, or (of mine) new and not shown. */
export type ComparedValue = StoredConnectionValue & { isNew?: boolean };

/** A field in which a stored connection and somebody's edits differ. */
export interface ConnectionDifference {
  /** `displayName`, `description`, `values/` and the environment variable, or `s3/` and the setting. */
  key: string;
  /** Where it is a value. */
  envVar?: string;
  /** Where it is one of how S3 is read. */
  setting?: S3Setting;
  changedBy: ConflictSide | 'both' | 'unknown';
  /** The value is never shown. */
  isHidden: boolean;
  base?: ComparedValue;
  theirs?: ComparedValue;
  mine?: ComparedValue;
}

/** A setting of how S3 is read that can be written. */
export type S3Setting = keyof S3SettingsWrite;

/** The settings of how S3 is read, in the order in which they are shown. */
export const S3_SETTINGS: readonly S3Setting[] = [
  'caCertificate',
  'verifyTls',
  'virtualHostedBuckets',
  'anonymous',
];

/** A setting as it is, or as it would be with the edits. */
function settingOf(
  { s3 = {} }: Connection,
  setting: S3Setting,
  edits: S3SettingsWrite = {},
): ComparedValue | undefined {
  const value = edits[setting] ?? s3[setting] ?? UNSAID_S3_SETTINGS[setting];
  if (value !== '') return { value };
  // Certificates that cannot be read are told apart by where they lie.
  return edits[setting] === undefined && s3.caConfigMap
    ? { value: s3.caConfigMap }
    : undefined;
}

/** Both hold nothing but a text, a number, a truth or a list of texts. */
const alike = (one: ComparedValue | undefined, other: typeof one) =>
  JSON.stringify(one) === JSON.stringify(other);

const NAMES = ['displayName', 'description'] as const;

const named = (text: string | undefined): ComparedValue | undefined =>
  text ? { value: text } : undefined;

/**
 * Compares three versions: what was read, what is stored now, and the edits on what was read. Of values that are never
 * shown nobody can tell whether they changed, once the content did: they are a difference wherever they were edited. `writeOnly` are the keys that the type never shows.
 */
export function compareConnections(
  base: Connection,
  theirs: Connection,
  edits: ConnectionEdits,
  writeOnly: ReadonlySet<string> = new Set(),
): ConnectionDifference[] {
  const differences: ConnectionDifference[] = [];
  const add = (
    key: string,
    isEdited: boolean,
    isHidden: boolean,
    versions: Pick<ConnectionDifference, 'base' | 'theirs' | 'mine'>,
    what: Pick<ConnectionDifference, 'envVar' | 'setting'> = {},
  ) => {
    const isTheirs = !alike(versions.base, versions.theirs);
    if (!isTheirs && !isEdited) return;
    if (isEdited && alike(versions.mine, versions.theirs)) return;
    let changedBy: ConnectionDifference['changedBy'] = isEdited
      ? 'mine'
      : 'theirs';
    if (isTheirs && isEdited) {
      changedBy = 'both';
    } else if (
      isHidden &&
      isEdited &&
      versions.theirs !== undefined &&
      base.contentChangedAt !== theirs.contentChangedAt
    ) {
      changedBy = 'unknown';
    }
    differences.push({ key, ...what, changedBy, isHidden, ...versions });
  };

  for (const name of NAMES) {
    const isEdited = edits[name] !== undefined;
    add(name, isEdited, false, {
      base: named(base[name]),
      theirs: named(theirs[name]),
      mine: named(isEdited ? edits[name] : base[name]),
    });
  }
  const { values = {}, remove = [] } = edits;
  const keys = new Set([
    ...Object.keys(base.values),
    ...Object.keys(theirs.values),
    ...Object.keys(values),
  ]);
  for (const envVar of keys) {
    const before = base.values[envVar];
    const now = theirs.values[envVar];
    const isReplaced = values[envVar] !== undefined;
    const isHidden =
      writeOnly.has(envVar) ||
      [before, now].some(
        value => value !== undefined && value.value === undefined,
      );
    let mine: ComparedValue | undefined = before;
    if (isReplaced) {
      mine = isHidden ? { isNew: true } : { value: values[envVar] };
    } else if (remove.includes(envVar)) {
      mine = undefined;
    }
    add(
      `values/${envVar}`,
      isReplaced || remove.includes(envVar),
      isHidden,
      { base: before, theirs: now, mine },
      { envVar },
    );
  }
  for (const setting of S3_SETTINGS) {
    add(
      `s3/${setting}`,
      edits.s3?.[setting] !== undefined,
      false,
      {
        base: settingOf(base, setting),
        theirs: settingOf(theirs, setting),
        mine: settingOf(base, setting, edits.s3),
      },
      { setting },
    );
  }
  return differences;
}

/** Whether what somebody else wrote meanwhile is nothing that a person would have to look at, such as a check or a label. */
export function isSilentWrite(base: Connection, theirs: Connection): boolean {
  return (
    base.contentChangedAt === theirs.contentChangedAt &&
    compareConnections(base, theirs, {}).length === 0
  );
}

/** Whether my side of a difference cannot be had: what could not be read cannot be put back. */
export function isBeyondRecall(difference: ConnectionDifference): boolean {
  const { isHidden, changedBy, base, setting } = difference;
  const isUnread =
    isHidden ||
    (setting === 'caCertificate' &&
      !String(base?.value).includes('-----BEGIN'));
  return isUnread && changedBy === 'theirs' && base !== undefined;
}

/** The edits on the present version that lead to what was chosen. */
export function mergeEdits(
  differences: readonly ConnectionDifference[],
  edits: ConnectionEdits,
  choices: ConflictChoices,
): ConnectionEdits {
  const merged: ConnectionEdits = {};
  const values: NonNullable<ConnectionEdits['values']> = {};
  const remove: string[] = [];
  for (const { key, envVar, setting, theirs, mine } of differences) {
    if (choices[key] !== 'mine') continue;
    if (setting !== undefined) {
      const value =
        edits.s3?.[setting] ?? mine?.value ?? UNSAID_S3_SETTINGS[setting];
      merged.s3 = { ...merged.s3, [setting]: value };
    } else if (envVar === undefined) {
      merged[key as (typeof NAMES)[number]] = String(mine?.value ?? '');
    } else if (mine?.isNew) {
      values[envVar] = edits.values![envVar];
    } else if (mine?.value !== undefined) {
      values[envVar] = mine.value;
    } else if (theirs !== undefined && mine === undefined) {
      remove.push(envVar);
    }
  }
  if (Object.keys(values).length > 0) merged.values = values;
  if (remove.length > 0) merged.remove = remove;
  return merged;
}
