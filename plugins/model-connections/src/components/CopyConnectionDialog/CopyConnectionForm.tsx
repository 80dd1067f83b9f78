import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Connection,
  ConnectionSummary,
  proposeResourceName,
  resourceNameProblem,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  FormTextField,
  useModelConnectionsApi,
} from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useId, useState } from 'react';
import { useNamespaces } from '../../hooks/useNamespaces';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';
import { FormDialog, useFormDialog } from '../FormDialog';
import { ProjectSelect } from '../ProjectSelector';
import { CopyPurpose } from './CopyConnectionDialog';

/** The fields of the dialog. */
export function CopyConnectionForm(props: {
  isOpen: boolean;
  connection: ConnectionSummary;
  purpose: CopyPurpose;
  onClose(): void;
  onCopied(copy: Connection): void;
  onExited(): void;
}) {
  const { isOpen, connection, purpose, onCopied } = props;
  const { cluster, namespace, name } = connection;
  const title = connection.displayName ?? name;
  const isCopy = purpose === 'copy';
  const api = useModelConnectionsApi();
  const toast = useToast();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const id = useId();
  const namespaces = useNamespaces(isOpen && isCopy ? cluster : undefined);
  const start = isCopy ? title : t('copy.name', { name: title });
  const [target, setTarget] = useState<string | undefined>();
  const [displayName, setDisplayName] = useState(start);
  const [typedName, setTypedName] = useState<string | undefined>();
  useEffect(() => {
    if (isOpen) {
      setTarget(undefined);
      setDisplayName(start);
      setTypedName(undefined);
    }
    // The start is only read when it opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen]);
  const proposed =
    isCopy && displayName === title ? name : proposeResourceName(displayName);
  const newName = typedName ?? proposed;
  const targetNamespace = isCopy ? target : namespace;

  const dialog = useFormDialog({
    validate() {
      const wrong: Record<string, string> = {};
      const nameProblem = resourceNameProblem(newName);
      if (nameProblem) wrong.name = nameProblem;
      if (!targetNamespace) wrong.targetNamespace = t('copy.projectMissing');
      return wrong;
    },
    send: () =>
      api.copyConnection({
        cluster,
        namespace,
        name,
        copy: {
          targetNamespace: targetNamespace!,
          name: newName,
          displayName: displayName.trim() || undefined,
        },
      }),
    onDone(copy) {
      toast(t('copy.done', { name: copy.displayName ?? copy.name }));
      onCopied(copy);
    },
    explain: (status): Record<string, string> =>
      status === 409 ? { name: t('copy.taken', { name: newName }) } : {},
  });

  return (
    <FormDialog
      isOpen={isOpen}
      title={t(`copy.title.${purpose}`, { name: title })}
      hint={t('copy.hint')}
      action={t(`copy.action.${purpose}`)}
      isRunning={dialog.isRunning}
      runningLabel={t('copy.running')}
      problem={dialog.problem && t('copy.failed', { reason: dialog.problem })}
      error={dialog.error}
      cluster={cluster}
      refusals={dialog.refusals}
      onSubmit={dialog.submit}
      onClose={props.onClose}
      onExited={props.onExited}
    >
      {isCopy && (
        <ProjectSelect
          id={`${id}-project`}
          className=""
          required
          namespaces={namespaces}
          value={target}
          problem={dialog.problemOf('targetNamespace')}
          onChange={chosen => {
            dialog.touch('targetNamespace');
            dialog.touch('name');
            setTarget(chosen);
          }}
        />
      )}
      <FormTextField
        id={`${id}-displayName`}
        label={t('copy.displayName')}
        // A dialog takes the focus, and this is the first thing to do in it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={!isCopy}
        value={displayName}
        disabled={dialog.isRunning}
        problem={dialog.problemOf('displayName')}
        onChange={event => {
          dialog.touch('displayName');
          if (typedName === undefined) dialog.touch('name');
          setDisplayName(event.target.value);
        }}
      />
      <FormTextField
        id={`${id}-name`}
        label={t('delete.confirmLabel')}
        required
        value={newName}
        disabled={dialog.isRunning}
        problem={dialog.problemOf('name')}
        description={t('copy.nameHint')}
        inputProps={{ spellCheck: false, style: { fontFamily: 'monospace' } }}
        onChange={event => {
          dialog.touch('name');
          setTypedName(event.target.value);
        }}
      />
    </FormDialog>
  );
}
