import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEvent } from '@dnd-kit/utilities';
import { makeStyles } from '@material-ui/core/styles';
import {
  builtInConnectionTypes,
  Cluster,
  ConnectionType,
  ConnectionTypeFormField,
  ProtocolId,
} from '@mooring/backstage-plugin-model-connections-common';
import { useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useConnectionTypeLinks } from '../../hooks/useConnectionTypeLinks';
import { useMayCreateTypes } from '../../hooks/useMayCreateTypes';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';
import { SavedConnectionType } from '../ConnectionTypesPage/SavedConnectionType';
import { FieldsCard } from '../FieldsCard';
import { PageHeading } from '../PageHeading';
import { TypeConflictDialog } from '../TypeConflictDialog';
import { DiscardDialog, useUnsavedChangesGuard } from '../UnsavedChanges';
import { EditorActionBar } from './EditorActionBar';
import { EditorTask } from './EditorTask';
import { ExistingConnectionsNote } from './ExistingConnectionsNote';
import { MetadataCard } from './MetadataCard';
import { PreviewPanel } from './PreviewPanel';
import { draftOf } from './TypeDraft';
import { useFocusOnRefusedField } from './useFocusOnRefusedField';
import { useTypeDraft } from './useTypeDraft';
import { useTypeEditor } from './useTypeEditor';

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
      gridTemplateColumns: 'minmax(0, 1fr) minmax(280px, 320px)',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    main: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    fields: {
      minWidth: 0,
      margin: 0,
      padding: 0,
      border: 0,
      // What is being saved can be neither changed nor dragged.
      '&:disabled': { opacity: 0.6, pointerEvents: 'none' },
    },
  }),
  { name: 'MooringConnectionTypeEditor' },
);

// The same ones each time: with others all fields would be drawn again.
const NO_FIELDS: readonly ConnectionTypeFormField[] = [];
const NO_PROTOCOLS: readonly ProtocolId[] = [];

/** Metadata, fields, preview and the actions; what was typed stays through every error. */
export function ConnectionTypeEditor(props: {
  cluster: Cluster;
  task: EditorTask;
  /** The types that the cluster has, for names and categories; none where they cannot be read. */
  types: readonly ConnectionType[];
}) {
  const { cluster, task, types } = props;
  const { purpose, source } = task;
  const isEdit = purpose === 'edit';
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const toast = useToast();
  const navigate = useNavigate();
  const formId = useId();
  const links = useConnectionTypeLinks(cluster.name);
  const { mayNotCreate } = useMayCreateTypes();
  const model = useTypeDraft(
    () => draftOf(task.start),
    isEdit ? source?.name : undefined,
  );
  const { state, dispatch, name } = model;
  const [focusedId, setFocusedId] = useState<string | undefined>();
  const isTaken = !isEdit && types.some(type => type.name === name);
  // A copy is something to lose from the beginning on.
  const leaving = useUnsavedChangesGuard(model.isChanged);

  const toList = (left: SavedConnectionType) =>
    navigate(links.list, { state: left });
  const editor = useTypeEditor({
    cluster: cluster.name,
    task,
    model,
    isTaken,
    onSaved: type => {
      toast(t('editor.saved', { name: type.displayName ?? type.name }));
      leaving.pass(() => toList({ savedName: type.name }));
    },
  });
  // The same ones each time, so that a key that changes a field draws nothing else.
  const onLeave = useEvent(() => toList({ hasLeft: true }));
  const onSubmit = useEvent(editor.submit);
  const onCreateAgain = useEvent(editor.createAgain);
  const columns = useFocusOnRefusedField(editor.refusals, model);
  const knownCategories = useMemo(
    () =>
      [
        ...new Set(
          [...builtInConnectionTypes, ...types].flatMap(
            type => type.categories,
          ),
        ),
      ].sort((one, other) => one.localeCompare(other)),
    [types],
  );
  const sourceName = source?.displayName ?? source?.name ?? '';
  const where =
    purpose === 'duplicate'
      ? t('editor.copyOf', { name: sourceName, cluster: cluster.title })
      : cluster.title;

  return (
    <div className={classes.root}>
      <PageHeading
        // Another version is another beginning: the heading takes the focus.
        key={editor.discards}
        title={t(`editor.title.${purpose}`, { name: sourceName })}
        where={where}
        backLabel={t('types.title')}
        onBack={onLeave}
      />
      {isEdit && source && (
        <ExistingConnectionsNote
          cluster={cluster.name}
          name={source.name}
          duplicateLink={
            mayNotCreate ? undefined : links.duplicate(source.name)
          }
        />
      )}
      <div ref={columns} className={classes.columns}>
        <div className={classes.main}>
          <MetadataCard
            id={formId}
            metadata={model.metadata}
            dispatch={dispatch}
            isLocked={isEdit}
            isTaken={isTaken}
            knownCategories={knownCategories}
            refused={editor.refused}
            refusals={editor.refusals}
            disabled={editor.isRunning}
            onSubmit={onSubmit}
          />
          <fieldset className={classes.fields} disabled={editor.isRunning}>
            <FieldsCard
              fields={state.draft.fields}
              lifted={state.lifted}
              event={state.event}
              undo={state.undo}
              compatibility={model.compatibility}
              fieldProblems={model.fieldProblems}
              dispatch={dispatch}
              storedFields={source ? task.start.fields : NO_FIELDS}
              storedProtocols={source?.protocols ?? NO_PROTOCOLS}
              refused={editor.refused.fields}
              onFocusField={setFocusedId}
            />
          </fieldset>
        </div>
        <PreviewPanel fields={state.draft.fields} focusedId={focusedId} />
      </div>
      <EditorActionBar
        formId={formId}
        isNew={!isEdit}
        isChanged={model.isChanged}
        isRunning={editor.isRunning}
        isRefused={editor.isRefused}
        isGone={editor.isGone}
        error={editor.error}
        cluster={cluster.name}
        onCancel={onLeave}
        onCreateAgain={onCreateAgain}
      />
      {editor.conflict && (
        <TypeConflictDialog
          conflict={editor.conflict}
          isRunning={editor.isRunning}
          onBack={editor.closeConflict}
          onDiscard={editor.takeTheirs}
          onSave={editor.saveMerged}
        />
      )}
      <DiscardDialog
        isOpen={leaving.isAsking}
        title={t('editor.leave')}
        onStay={leaving.stay}
        onLeave={leaving.leave}
      />
    </div>
  );
}
