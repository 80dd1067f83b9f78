import {
  CA_CERTIFICATE_FIELD,
  S3Settings,
  s3SettingsIssues,
  S3SettingsWrite,
} from '@mooring/backstage-plugin-model-connections-common';
import { S3SettingsModel } from './ConnectionFormModel';
import { UNSAID_S3_SETTINGS } from './unsaidS3Settings';

/** What a form shows of the settings: what was changed, what is stored, what holds else. */
export function shownS3Settings(
  changed: S3SettingsWrite,
  stored: S3Settings = {},
): Omit<S3SettingsModel, 'change'> {
  const {
    verifyTls = UNSAID_S3_SETTINGS.verifyTls,
    virtualHostedBuckets = UNSAID_S3_SETTINGS.virtualHostedBuckets,
    anonymous = UNSAID_S3_SETTINGS.anonymous,
    caCertificate = UNSAID_S3_SETTINGS.caCertificate,
  } = { ...stored, ...changed };
  return {
    verifyTls,
    virtualHostedBuckets,
    anonymous,
    caCertificate,
    isForgotten:
      changed.caCertificate === '' && stored.caConfigMap !== undefined,
  };
}

/** What differs from what is stored, and is to be written; `undefined` where nothing does. */
export function s3SettingsEdits(
  changed: S3SettingsWrite,
  stored: S3Settings = {},
): S3SettingsWrite | undefined {
  const before = shownS3Settings({}, stored);
  const after = shownS3Settings(changed, stored);
  const edits: S3SettingsWrite = {};
  for (const key of [
    'verifyTls',
    'virtualHostedBuckets',
    'anonymous',
  ] as const) {
    if (after[key] !== before[key]) edits[key] = after[key];
  }
  const text = after.caCertificate.trim() === '' ? '' : after.caCertificate;
  // What cannot be read can still be removed.
  if (text !== before.caCertificate || after.isForgotten)
    edits.caCertificate = text;
  return Object.keys(edits).length > 0 ? edits : undefined;
}

/** What is wrong with what is to be written, by the names of the form's own fields. */
export function s3Problems(
  edits: S3SettingsWrite | undefined,
): Record<string, string> {
  return Object.fromEntries(
    s3SettingsIssues(edits)
      .filter(({ field }) => field === CA_CERTIFICATE_FIELD)
      .map(({ field, message }) => [field, message]),
  );
}
