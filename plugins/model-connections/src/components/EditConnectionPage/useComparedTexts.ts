import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ConnectionTypeFormField,
  isValueField,
  readCaCertificates,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ComparedValue,
  ConnectionDifference,
  S3Setting,
} from '../../connections/compareConnections';
import { modelConnectionsTranslationRef } from '../../translation';

/** The words for a difference between two versions of a connection. */
export function useComparedTexts(fields: readonly ConnectionTypeFormField[]) {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const settingText = (
    value: ComparedValue | undefined,
    setting: S3Setting,
  ): string => {
    if (typeof value?.value === 'boolean') {
      return t(value.value ? 'compared.on' : 'compared.off');
    }
    if (value === undefined || setting !== 'caCertificate') {
      return t('compared.empty');
    }
    const text = String(value.value);
    const { certificates } = readCaCertificates(text);
    // Of those that cannot be read, where they lie.
    return certificates.map(({ subject }) => subject).join(', ') || text;
  };
  const shown = (value: ComparedValue | undefined, setting?: S3Setting) => {
    if (setting) return settingText(value, setting);
    if (value === undefined) return t('compared.empty');
    return value.value === undefined
      ? t('compared.set')
      : [value.value].flat().join(', ');
  };
  return {
    settingText,
    title({ key, envVar, setting }: ConnectionDifference): string {
      if (setting) return t(`compared.s3.${setting}`);
      if (envVar === undefined) {
        return t(
          key === 'displayName'
            ? 'compared.displayName'
            : 'compared.description',
        );
      }
      return (
        fields.filter(isValueField).find(field => field.envVar === envVar)
          ?.name ?? envVar
      );
    },
    baseText: ({ isHidden, base, setting }: ConnectionDifference): string =>
      isHidden && base ? t('compared.neverShown') : shown(base, setting),
    theirText(difference: ConnectionDifference): string {
      const { changedBy, isHidden, theirs, setting } = difference;
      if (changedBy === 'mine') return t('compared.unchanged');
      return isHidden && theirs
        ? t('compared.maybeNew')
        : shown(theirs, setting);
    },
    mineText(difference: ConnectionDifference): string {
      const { changedBy, isHidden, mine, setting } = difference;
      if (changedBy === 'theirs') return t('compared.unchanged');
      if (mine === undefined) return t('compared.removed');
      return isHidden ? t('compared.new') : shown(mine, setting);
    },
  };
}
