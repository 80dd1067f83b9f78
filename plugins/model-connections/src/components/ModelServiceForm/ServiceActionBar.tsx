import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useErrorReason } from '../../hooks/useErrorReason';
import { differingParts } from '../../model-services/compareServices';
import { modelServiceWriteOf } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';
import { ActionBar } from '../ActionBar';
import { SignInButton } from '../ClusterSignIn';
import { Problem } from '../Problem';
import { useServiceEditor } from './useServiceEditor';
import { ServiceFormModel } from './useServiceForm';

/** *Deploy* or *Save*, what it does to the pods, and what stands in the way. */
export function ServiceActionBar(props: {
  formId: string;
  cluster: string;
  form: ServiceFormModel;
  editor: ReturnType<typeof useServiceEditor>;
  onCancel(): void;
}) {
  const { formId, cluster, form, editor, onCancel } = props;
  const { phase, error, isGone, isRefused } = editor;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const isNew = form.base === undefined;
  let problem: JSX.Element | undefined;
  if (isGone) {
    problem = <Problem>{t('services.form.gone')}</Problem>;
  } else if (error) {
    problem = (
      <Problem action={<SignInButton cluster={cluster} error={error} />}>
        {t(isNew ? 'services.form.notDeployed' : 'services.form.notSaved', {
          reason: reasonOf(error),
        })}
      </Problem>
    );
  } else if (isRefused) {
    problem = (
      <Problem>
        {t('services.form.wrong', {
          count: Object.keys(form.problems).length,
          first: Object.values(form.problems)[0],
        })}
      </Problem>
    );
  }
  let hint: string = t('services.form.deployHint');
  if (form.base) {
    const changed = differingParts(modelServiceWriteOf(form.base), form.write);
    const restarting = changed.filter(
      part => part !== 'minReplicas' && part !== 'maxReplicas',
    );
    if (changed.length === 0) hint = t('edit.unchanged');
    else if (form.base.status.stopped) hint = t('services.form.stoppedPods');
    else if (restarting.length === 0) hint = t('services.form.keepsPods');
    else {
      hint = t('services.form.restartsPods', {
        parts: restarting.map(part => t(`services.part.${part}`)).join(', '),
      });
    }
  }
  const label = {
    idle: t(isNew ? 'services.form.deploy' : 'edit.save'),
    checking: t('create.checking'),
    saving: t(isNew ? 'services.form.deploying' : 'editor.saving'),
  }[phase];
  return (
    <ActionBar
      formId={formId}
      label={label}
      isRunning={phase !== 'idle'}
      problem={problem}
      hint={hint}
      onCancel={onCancel}
    />
  );
}
