import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import MenuItem from '@material-ui/core/MenuItem';
import {
  Connection,
  ConnectionType,
  NamespaceList,
  resourceNameProblem,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  FormTextField,
  isSelectableType,
  useModelConnectionsApi,
} from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useId, useState } from 'react';
import { Loaded } from '../../hooks/useLoaded';
import { ALL_PROJECTS } from '../../hooks/useProjectSelection';
import { useErrorReason } from '../../hooks/useErrorReason';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';
import { FormDialog, useFormDialog } from '../FormDialog';
import { ProjectSelect } from '../ProjectSelector';

/** Makes a Secret that exists a connection: its name, the type it is to have, and how it is called in lists. */
export function AdoptSecretDialog(props: {
  isOpen: boolean;
  cluster: string;
  /** `-` where all projects are shown: then the project is asked for. */
  namespace: string;
  namespaces: Loaded<NamespaceList>;
  types: Loaded<ConnectionType[]>;
  onClose(): void;
  onAdopted(connection: Connection): void;
  onExited(): void;
}) {
  const { isOpen, cluster, namespace, namespaces, types, onAdopted } = props;
  const isAll = namespace === ALL_PROJECTS;
  const api = useModelConnectionsApi();
  const toast = useToast();
  const reasonOf = useErrorReason();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const id = useId();
  const [project, setProject] = useState<string | undefined>();
  const [name, setName] = useState('');
  const [typeName, setTypeName] = useState('');
  const [displayName, setDisplayName] = useState('');
  useEffect(() => {
    if (!isOpen) return;
    setProject(undefined);
    setName('');
    setTypeName('');
    setDisplayName('');
  }, [isOpen]);
  const target = isAll ? project : namespace;
  const selectable = (types.value ?? []).filter(isSelectableType);

  const dialog = useFormDialog({
    validate() {
      const wrong: Record<string, string> = {};
      if (!target) wrong.namespace = t('adopt.projectMissing');
      const nameProblem = resourceNameProblem(name.trim());
      if (nameProblem) {
        wrong.name = name.trim() ? nameProblem : t('adopt.nameMissing');
      }
      if (!typeName) wrong.typeName = t('adopt.typeMissing');
      return wrong;
    },
    send: () =>
      api.adoptConnection({
        cluster,
        namespace: target!,
        adopt: {
          name: name.trim(),
          typeName,
          displayName: displayName.trim() || undefined,
        },
      }),
    onDone(connection) {
      toast(
        t('adopt.done', { name: connection.displayName ?? connection.name }),
      );
      onAdopted(connection);
    },
    explain(status): Record<string, string> {
      if (status === 404) return { name: t('adopt.missing') };
      return status === 409 ? { name: t('adopt.already') } : {};
    },
  });
  const text = (field: string, set: (value: string) => void) => ({
    id: `${id}-${field}`,
    disabled: dialog.isRunning,
    problem: dialog.problemOf(field),
    onChange: (event: { target: { value: string } }) => {
      dialog.touch(field);
      set(event.target.value);
    },
  });

  return (
    <FormDialog
      isOpen={isOpen}
      title={t('adopt.title')}
      hint={t('adopt.hint')}
      action={t('adopt.action')}
      isRunning={dialog.isRunning}
      runningLabel={t('adopt.running')}
      problem={dialog.problem && t('adopt.failed', { reason: dialog.problem })}
      error={dialog.error}
      cluster={cluster}
      refusals={dialog.refusals}
      onSubmit={dialog.submit}
      onClose={props.onClose}
      onExited={props.onExited}
    >
      {isAll && (
        <ProjectSelect
          id={`${id}-project`}
          className=""
          required
          namespaces={namespaces}
          value={project}
          problem={dialog.problemOf('namespace')}
          onChange={chosen => {
            dialog.touch('namespace');
            setProject(chosen);
          }}
        />
      )}
      <FormTextField
        {...text('name', setName)}
        label={t('adopt.name')}
        required
        // A dialog takes the focus, and this is the first thing to do in it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={!isAll}
        value={name}
        description={t('adopt.nameHint')}
        inputProps={{ spellCheck: false, style: { fontFamily: 'monospace' } }}
      />
      <FormTextField
        {...text('typeName', setTypeName)}
        label={t('adopt.type')}
        required
        select
        value={typeName}
        hint={
          types.error &&
          t('adopt.typesFailed', { reason: reasonOf(types.error) })
        }
        description={t('adopt.typeHint')}
      >
        {selectable.map(type => (
          <MenuItem key={type.name} value={type.name}>
            {type.displayName ?? type.name}
          </MenuItem>
        ))}
      </FormTextField>
      <FormTextField
        {...text('displayName', setDisplayName)}
        label={t('copy.displayName')}
        value={displayName}
      />
    </FormDialog>
  );
}
