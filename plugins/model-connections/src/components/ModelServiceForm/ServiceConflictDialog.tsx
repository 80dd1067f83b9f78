import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ModelLocation,
  modelServiceWriteOf,
  ModelServiceWrite,
} from '@mooring/backstage-plugin-model-connections-common';
import { useMemo } from 'react';
import {
  compareServices,
  ServicePart,
} from '../../model-services/compareServices';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConflictChoices, ConflictDialog } from '../ConflictDialog';
import { locationText } from '../ModelServicesTable';
import { ServiceConflict } from './useServiceEditor';

const locationLine = (location: ModelLocation) =>
  location.kind === 'connection'
    ? [location.connection, locationText(location)].filter(Boolean).join(' · ')
    : locationText(location);

/** Two versions of a service, part by part. Mounted anew for every conflict. */
export function ServiceConflictDialog(props: {
  conflict: ServiceConflict;
  isRunning: boolean;
  onBack(): void;
  onDiscard(): void;
  onSave(choices: ConflictChoices): void;
}) {
  const { conflict, isRunning, onBack, onDiscard, onSave } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { base, theirs, mine } = useMemo(
    () => ({
      base: modelServiceWriteOf(conflict.base),
      theirs: modelServiceWriteOf(conflict.theirs),
      mine: conflict.mine,
    }),
    [conflict],
  );
  const lines = (write: ModelServiceWrite, part: ServicePart): string[] => {
    const value = write[part];
    if (value === undefined) return [t('compared.empty')];
    if (part === 'location') return [locationLine(write.location!)];
    if (part === 'modelFormat') {
      const { name, version } = write.modelFormat!;
      return [[name, version].filter(Boolean).join(' ')];
    }
    if (Array.isArray(value)) {
      return value.map(item =>
        typeof item === 'string' ? item : JSON.stringify(item),
      );
    }
    return typeof value === 'object'
      ? Object.entries(value).map(
          ([key, inner]) => `${key}: ${JSON.stringify(inner)}`,
        )
      : [String(value)];
  };
  return (
    <ConflictDialog
      title={t('services.conflict.title')}
      text={t('services.conflict.text')}
      parts={compareServices(base, theirs, mine).map(({ part, changedBy }) => ({
        key: part,
        title: t(`services.part.${part}`),
        changedBy,
        was: lines(base, part).join(', '),
        texts: { theirs: lines(theirs, part), mine: lines(mine, part) },
      }))}
      runningLabel={t('editor.saving')}
      isRunning={isRunning}
      onBack={onBack}
      onDiscard={onDiscard}
      onSave={onSave}
    />
  );
}
