import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  compareConnectionTypes,
  EditableConnectionType,
  mergeConnectionTypes,
} from '@mooring/backstage-plugin-model-connections-common';
import { useMemo } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConflictDialog } from '../ConflictDialog';
import { useDifferenceTexts } from '../ConnectionTypeDifferences';

/** The three versions of a type that two people changed at once. */
export interface TypeConflict {
  base: EditableConnectionType;
  theirs: EditableConnectionType;
  mine: EditableConnectionType;
}

/** Two versions of a type, part by part. Mounted anew for every conflict. */
export function TypeConflictDialog(props: {
  conflict: TypeConflict;
  isRunning: boolean;
  onBack(): void;
  onDiscard(): void;
  onSave(merged: EditableConnectionType): void;
}) {
  const { conflict, isRunning, onBack, onDiscard, onSave } = props;
  const { base, theirs, mine } = conflict;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { title, texts } = useDifferenceTexts();
  const differences = useMemo(
    () => compareConnectionTypes(base, theirs, mine),
    [base, theirs, mine],
  );
  return (
    <ConflictDialog
      title={t('conflict.title')}
      text={t('conflict.text')}
      parts={differences.map(difference => ({
        key: difference.key,
        title: title(difference),
        changedBy: difference.changedBy,
        was:
          difference.part === 'order'
            ? undefined
            : texts(difference, 'base').join(', '),
        texts: {
          theirs: texts(difference, 'theirs'),
          mine: texts(difference, 'mine'),
        },
      }))}
      runningLabel={t('editor.saving')}
      isRunning={isRunning}
      onBack={onBack}
      onDiscard={onDiscard}
      onSave={choices => onSave(mergeConnectionTypes(theirs, mine, choices))}
    />
  );
}
