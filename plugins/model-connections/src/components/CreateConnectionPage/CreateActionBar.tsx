import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ReactNode } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { ActionBar } from '../ActionBar';
import { Problem } from '../Problem';
import { CreatePhase } from './useCreateConnection';

/** *Create* and *Cancel*, always in reach, with what happens and what went wrong. */
export function CreateActionBar(props: {
  formId: string;
  phase: CreatePhase;
  problem?: string;
  /** The way out of the problem. */
  problemAction?: ReactNode;
  onCancel(): void;
}) {
  const { formId, phase, problem, problemAction, onCancel } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const label = {
    idle: t('create.action'),
    checking: t('create.checking'),
    creating: t('create.creating'),
  }[phase];
  return (
    <ActionBar
      formId={formId}
      label={label}
      isRunning={phase !== 'idle'}
      problem={problem && <Problem action={problemAction}>{problem}</Problem>}
      hint={t('create.hint')}
      onCancel={onCancel}
    />
  );
}
