import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  Cluster,
  Connection,
  ConnectionType,
  Dependent,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionForm,
  useConnectionEditForm,
} from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useId, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { changeImpact } from '../../connections/changeImpact';
import { useConnectionLinks } from '../../hooks/useConnectionLinks';
import { useDependents } from '../../hooks/useDependents';
import { Loaded } from '../../hooks/useLoaded';
import { useMayCreate } from '../../hooks/useMayCreate';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';
import { LeftConnection } from '../ConnectionsPage/LeftConnection';
import { connectionRowKey } from '../ConnectionsTable';
import { CopyConnectionDialog, CopyPurpose } from '../CopyConnectionDialog';
import { DependentsDrawer, isService } from '../Dependents';
import { PageHeading } from '../PageHeading';
import { DiscardDialog, useUnsavedChangesGuard } from '../UnsavedChanges';
import { ConnectionConflictDialog } from './ConnectionConflictDialog';
import { ConnectionFacts } from './ConnectionFacts';
import { EditActionBar } from './EditActionBar';
import { ReadOnlyNote } from './ReadOnlyNote';
import { TypeCard } from './TypeCard';
import { TypeDriftNote } from './TypeDriftNote';
import { UsedByCard } from './UsedByCard';
import { useConnectionEditor } from './useConnectionEditor';
import { ValuesInAnnotationNote } from './ValuesInAnnotationNote';

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
      gridTemplateColumns: 'minmax(0, 1fr) minmax(280px, 340px)',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    form: {
      minWidth: 0,
      padding: theme.spacing(3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    side: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  }),
  { name: 'MooringEditConnection' },
);

/** Where one came from, out of a state that may be anything. */
function backToOf(state: unknown): string | undefined {
  const { backTo } = (state ?? {}) as Record<string, unknown>;
  return typeof backTo === 'string' ? backTo : undefined;
}

/** One connection: its names and values, its type, who uses it, and the actions. What was typed stays through errors. */
export function EditConnection(props: {
  cluster: Cluster;
  connection: Connection;
  type: Loaded<ConnectionType>;
}) {
  const { cluster, connection, type } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const toast = useToast();
  const navigate = useNavigate();
  const location = useLocation();
  const links = useConnectionLinks();
  const formId = useId();
  const { namespace, name, managedBy } = connection;
  const title = connection.displayName ?? name;
  const mayEdit = !managedBy && connection.allowedActions.includes('update');
  const form = useConnectionEditForm(connection, type.value);
  const dependents = useDependents({ cluster: cluster.name, namespace, name });
  const [isToApply, setToApply] = useState(false);
  const [applied, setApplied] = useState<Connection | undefined>();
  const [copying, setCopying] = useState<CopyPurpose | undefined>();
  const leaving = useUnsavedChangesGuard(
    mayEdit && form.isDirty && applied === undefined,
  );

  const leave = (left: LeftConnection) =>
    navigate(
      backToOf(location.state) ??
        links.list({ cluster: cluster.name, namespace }),
      { state: left },
    );
  // Only what services notice is applied to them: the tick is out of sight where nothing of the kind is changed.
  const appliesWith = (noticed: Dependent['drift']) =>
    isToApply && noticed !== undefined;
  const key = connectionRowKey(connection);
  const cancel = () => leave({ seenKey: key });
  const editor = useConnectionEditor({
    connection,
    form,
    onSaved(saved, before, edits) {
      const savedName = saved.displayName ?? saved.name;
      toast(t('edit.done', { name: savedName }), saved.warnings);
      if (appliesWith(changeImpact(before, edits))) {
        form.restart(saved);
        setApplied(saved);
      } else {
        leaving.pass(() => leave({ savedKey: key }));
      }
    },
  });
  const impact = changeImpact(editor.base, form.edits);
  const hasImpact = impact !== undefined;
  useEffect(() => {
    if (!hasImpact) setToApply(false);
  }, [hasImpact]);
  const services = dependents.value?.items.filter(isService) ?? [];
  const { missing, isLoading } = useMayCreate();
  const mayCopy =
    !isLoading && !missing && connection.allowedActions.includes('use');

  return (
    <div className={classes.root}>
      <PageHeading
        title={t(mayEdit ? 'edit.title' : 'edit.viewTitle', { name: title })}
        backLabel={t('create.back')}
        where={t('create.where', {
          cluster: cluster.title,
          project: namespace,
        })}
        onBack={cancel}
      />
      {!mayEdit && (
        <ReadOnlyNote
          connection={connection}
          onDuplicate={mayCopy ? () => setCopying('duplicate') : undefined}
        />
      )}
      <TypeDriftNote connection={connection} type={type} form={form} />
      {connection.valuesInAnnotation && (
        <ValuesInAnnotationNote connection={connection} />
      )}
      <div className={classes.columns}>
        <Paper component="section" className={classes.form}>
          {mayEdit ? (
            <ConnectionForm
              id={formId}
              form={form}
              disabled={editor.isRunning}
              onSubmit={editor.submit}
            />
          ) : (
            <ConnectionFacts connection={connection} fields={form.fields} />
          )}
        </Paper>
        <div className={classes.side}>
          <TypeCard connection={connection} type={type.value} />
          <UsedByCard
            cluster={cluster.name}
            dependents={dependents}
            impact={mayEdit ? impact : undefined}
            isToApply={isToApply}
            onToApply={setToApply}
          />
        </div>
      </div>
      {mayEdit && (
        <EditActionBar
          formId={formId}
          cluster={cluster.name}
          form={form}
          editor={editor}
          isToApply={appliesWith(impact)}
          onDuplicate={mayCopy ? () => setCopying('duplicate') : undefined}
          onCancel={cancel}
        />
      )}
      {editor.conflict && (
        <ConnectionConflictDialog
          conflict={editor.conflict}
          form={form}
          services={services.length}
          isRunning={editor.isRunning}
          onBack={editor.closeConflict}
          onDiscard={editor.takeTheirs}
          onSave={editor.saveMerged}
        />
      )}
      <DependentsDrawer
        connection={applied}
        isToApply
        onClose={() => leave({ savedKey: key })}
        onApplied={() => {}}
        onExited={() => {}}
      />
      <CopyConnectionDialog
        task={copying && { connection, purpose: copying }}
        onClose={() => setCopying(undefined)}
        onCopied={copy => {
          setCopying(undefined);
          navigate(links.edit(copy), { state: location.state });
        }}
        onExited={() => {}}
      />
      <DiscardDialog
        isOpen={leaving.isAsking}
        title={t('editor.leave')}
        onStay={leaving.stay}
        onLeave={leaving.leave}
      />
    </div>
  );
}
