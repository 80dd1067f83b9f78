import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  Cluster,
  ModelService,
} from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useConnectionPages } from '../../hooks/useConnectionPages';
import { useLoaded } from '../../hooks/useLoaded';
import { useMayCreate } from '../../hooks/useMayCreate';
import {
  ModelServicePrefill,
  useModelServiceLinks,
} from '../../hooks/useModelServiceLinks';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';
import { Note } from '../EditConnectionPage/Note';
import { seenServiceState } from '../ModelServicesCard';
import { PageHeading } from '../PageHeading';
import { DiscardDialog, useUnsavedChangesGuard } from '../UnsavedChanges';
import { AdvancedSection } from './AdvancedSection';
import { LocationSection } from './LocationSection';
import { ManifestPanel } from './ManifestPanel';
import { NewConnectionDialog } from './NewConnectionDialog';
import { ResourcesSection } from './ResourcesSection';
import { RolloutDialog } from './RolloutDialog';
import { ServiceActionBar } from './ServiceActionBar';
import { ServiceConflictDialog } from './ServiceConflictDialog';
import { ServiceSection } from './ServiceSection';
import { useManifestPreview } from './useManifestPreview';
import { useServiceEditor } from './useServiceEditor';
import { useServiceForm } from './useServiceForm';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      [theme.breakpoints.up('sm')]: {
        // The bar stands at the bottom of the window on a short page as well.
        minHeight: `calc(100vh - var(--bui-header-height, 160px) - ${theme.spacing(
          6,
        )}px)`,
      },
    },
    columns: {
      display: 'grid',
      gap: theme.spacing(2),
      alignItems: 'start',
      marginBottom: theme.spacing(3),
      // What takes the focus is scrolled to where the bar does not hide it.
      '& input, & textarea, & button, & [tabindex]': {
        scrollMarginBottom: 120,
      },
      gridTemplateColumns: 'minmax(0, 3fr) minmax(320px, 2fr)',
      [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    fields: { minWidth: 0, margin: 0, padding: 0, border: 0 },
  }),
  { name: 'MooringModelServiceForm' },
);

/** Everything about one service, the objects that it comes to, and the actions; what was typed stays through every error. */
export function ModelServiceForm(props: {
  cluster: Cluster;
  namespace: string;
  /** The service that is changed; absent for a new one. */
  service?: ModelService;
  prefill?: ModelServicePrefill;
}) {
  const { cluster, namespace, service, prefill } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const api = useModelConnectionsApi();
  const toast = useToast();
  const navigate = useNavigate();
  const { state: left } = useLocation();
  const links = useModelServiceLinks();
  const formId = useId();
  const root = useRef<HTMLFormElement>(null);
  const [isMaking, setMaking] = useState(false);
  const [isMakingDirty, setMakingDirty] = useState(false);
  const mayCreateConnection = useMayCreate();
  const project = { cluster: cluster.name, namespace };
  const key = `${cluster.name}/${namespace}`;

  const connections = useConnectionPages(project);
  const runtimes = useLoaded(key, () => api.listServingRuntimes(project));
  const [chosenName, setChosenName] = useState(
    service?.location?.kind === 'connection' ? service.location.connection : '',
  );
  const connection = useLoaded(
    chosenName ? `${key}/${chosenName}` : undefined,
    () => api.getConnection({ ...project, name: chosenName }),
  );
  const form = useServiceForm({
    namespace,
    service,
    prefill,
    connectionOf: name =>
      connection.value?.name === name ? connection.value : undefined,
    runtimes: runtimes.value?.items,
  });
  const { draft, base } = form;
  useEffect(() => setChosenName(draft.connection), [draft.connection]);
  const claims = useLoaded(draft.locationKind === 'pvc' ? key : undefined, () =>
    api.listPersistentVolumeClaims(project),
  );
  const accounts = useLoaded(key, () => api.listServiceAccounts(project));
  const isAnswered =
    draft.locationKind !== 'connection' ||
    connection.status !== 'loading' ||
    draft.connection === '';
  const manifest = useManifestPreview(
    project,
    Object.keys(form.problems).length === 0 ? form.write : undefined,
    !isAnswered,
  );
  const leaving = useUnsavedChangesGuard(form.isDirty || isMakingDirty);
  const toService = (saved: ModelService) =>
    leaving.pass(() => navigate(links.details(saved), { state: left }));
  const editor = useServiceEditor({
    project,
    form,
    onCreated(created) {
      toast(
        t('services.form.deployed', {
          name: created.displayName ?? created.name,
        }),
      );
      toService(created);
    },
    onSaved(saved) {
      toast(
        t('editor.saved', { name: saved.displayName ?? saved.name }),
        saved.warnings,
      );
      toService(saved);
    },
    onUnchanged: () => base && toService(base),
  });

  useEffect(() => {
    if (form.refusals > 0 && editor.phase === 'idle') {
      root.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"]')
        ?.focus();
    }
  }, [form.refusals, editor.phase]);

  const cancel = () => {
    const { backTo } = (left ?? {}) as { backTo?: unknown };
    const list = typeof backTo === 'string' ? backTo : links.list(project);
    navigate(list, base && { state: seenServiceState(base) });
  };
  const labels = Object.entries(prefill?.labels ?? {});
  const title = base
    ? t('services.form.editTitle', { name: base.displayName ?? base.name })
    : t('services.form.title');

  return (
    <div className={classes.root}>
      <PageHeading
        title={title}
        where={t('create.where', {
          cluster: cluster.title,
          project: namespace,
        })}
        backLabel={t('services.title')}
        onBack={cancel}
      />
      {labels.length > 0 && (
        <Note>
          {t('services.form.prefilled', {
            labels: labels.map(pair => pair.join('=')).join(', '),
          })}
        </Note>
      )}
      <div className={classes.columns}>
        <Paper>
          <form
            id={formId}
            ref={root}
            noValidate
            autoComplete="off"
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              if (editor.phase === 'idle') editor.submit();
            }}
          >
            <fieldset
              className={classes.fields}
              disabled={editor.phase !== 'idle'}
            >
              <ServiceSection
                id={formId}
                cluster={cluster.name}
                form={form}
                namespace={namespace}
                runtimes={runtimes}
              />
              <LocationSection
                id={formId}
                cluster={cluster.name}
                form={form}
                project={namespace}
                connections={connections}
                connection={connection}
                claims={claims}
                onNewConnection={
                  mayCreateConnection.isLoading || mayCreateConnection.missing
                    ? undefined
                    : () => setMaking(true)
                }
              />
              <ResourcesSection id={formId} form={form} />
              <AdvancedSection
                id={formId}
                cluster={cluster.name}
                form={form}
                accounts={accounts}
              />
            </fieldset>
          </form>
        </Paper>
        <ManifestPanel
          cluster={cluster.name}
          manifest={manifest}
          name={form.name}
          connection={draft.connection}
        />
      </div>
      <ServiceActionBar
        formId={formId}
        cluster={cluster.name}
        form={form}
        editor={editor}
        onCancel={cancel}
      />
      <NewConnectionDialog
        isOpen={isMaking}
        project={project}
        onDirty={setMakingDirty}
        onClose={() => setMaking(false)}
        onExited={() =>
          document.getElementById(`${formId}-connection`)?.focus()
        }
        onCreated={created => {
          setMaking(false);
          connections.reload();
          form.set({ connection: created.name });
        }}
      />
      <RolloutDialog
        rollout={editor.rollout}
        isRunning={editor.phase !== 'idle'}
        onCancel={editor.cancelRollout}
        onConfirm={editor.confirmRollout}
      />
      {editor.conflict && (
        <ServiceConflictDialog
          conflict={editor.conflict}
          isRunning={editor.phase !== 'idle'}
          onBack={editor.closeConflict}
          onDiscard={editor.takeTheirs}
          onSave={editor.saveMerged}
        />
      )}
      <DiscardDialog
        isOpen={leaving.isAsking}
        title={t(base ? 'editor.leave' : 'services.form.leave')}
        onStay={leaving.stay}
        onLeave={leaving.leave}
      />
    </div>
  );
}
