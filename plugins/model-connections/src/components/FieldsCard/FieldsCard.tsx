import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEvent } from '@dnd-kit/utilities';
import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import ViewListIcon from '@material-ui/icons/ViewList';
import {
  ConnectionTypeFormField,
  isValueField,
  keysOnlyOf,
  Protocol,
  ProtocolId,
} from '@mooring/backstage-plugin-model-connections-common';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import {
  DraftField,
  fieldsOfSection,
} from '../ConnectionTypeEditor/fieldOrder';
import { TypeEditorState } from '../ConnectionTypeEditor/typeDraftReducer';
import { TypeDraftModel } from '../ConnectionTypeEditor/useTypeDraft';
import { FieldDialog } from '../FieldDialog';
import { FieldRowActions } from '../FieldsTable';
import { Problem } from '../Problem';
import { StatePanel } from '../StatePanel';
import { CompatibilityPanel } from './CompatibilityPanel';
import { copiesOf } from './copiesOf';
import { FieldMenu } from './FieldMenu';
import { FieldsCardHead } from './FieldsCardHead';
import { MoveStrip } from './MoveStrip';
import { RemoveSectionDialog } from './RemoveSectionDialog';
import { restoredFields } from './restoredFields';
import { useFieldTask } from './useFieldTask';
import { WarnedFieldsTable } from './WarnedFieldsTable';

const useStyles = makeStyles(
  // Cut off at the corners, and yet nothing that scrolls: something inside sticks to the window.
  { root: { minWidth: 0, overflow: 'clip' } },
  { name: 'MooringFieldsCard' },
);

/** The fields of a type: the table, everything that can be done to them, and what they make the type compatible with. */
export const FieldsCard = memo(function FieldsCardView(props: {
  fields: readonly DraftField[];
  lifted: TypeEditorState['lifted'];
  event: TypeEditorState['event'];
  undo: TypeEditorState['undo'];
  compatibility: TypeDraftModel['compatibility'];
  fieldProblems: TypeDraftModel['fieldProblems'];
  dispatch: TypeDraftModel['dispatch'];
  /** The fields of the stored type; none for a new one. */
  storedFields: readonly ConnectionTypeFormField[];
  storedProtocols: readonly ProtocolId[];
  /** Something was told to be wrong with the fields as a whole, by the server. */
  refused?: string;
  onFocusField(id: string): void;
}) {
  const { fields, lifted, event, undo, compatibility, fieldProblems } = props;
  const { dispatch, storedFields, storedProtocols, refused, onFocusField } =
    props;
  const classes = useStyles();
  const theme = useTheme();
  // Beside the preview there is room for all columns on wide screens alone.
  const isCompact = useMediaQuery(theme.breakpoints.down('md'));
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [menu, setMenu] = useState<
    { id: string; button: HTMLElement } | undefined
  >();
  const tasks = useFieldTask(fields, dispatch);
  const [doomed, setDoomed] = useState<DraftField | undefined>();
  const opener = useRef<HTMLElement | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);

  const actions = useMemo<FieldRowActions>(
    () => ({
      onRequire: (id, required) => dispatch({ type: 'require', id, required }),
      onMenu: (id, button) => {
        opener.current = button;
        setMenu({ id, button });
      },
      onStep: (id, step) => dispatch({ type: 'step', id, step }),
      onLift: id => dispatch({ type: 'lift', id }),
      onDrop: () => dispatch({ type: 'drop' }),
      onCancel: () => dispatch({ type: 'cancel' }),
      onFocus: onFocusField,
    }),
    [dispatch, onFocusField],
  );
  const onMoveOnto = useCallback(
    (id: string, onto: string) => dispatch({ type: 'moveOnto', id, onto }),
    [dispatch],
  );

  const count = fields.filter(({ field }) => isValueField(field)).length;
  const getFormFields = useEvent(() => fields.map(({ field }) => field));
  const onAdd = useEvent(
    (type: 'short-text' | 'section', button: HTMLElement) => {
      opener.current = button;
      tasks.add(type);
    },
  );
  const onAddProtocol = useEvent(
    (protocol: Protocol, added: ConnectionTypeFormField[]) =>
      dispatch({
        type: 'addSeveral',
        name: t(`protocol.${protocol.id}`),
        fields: added,
      }),
  );
  const onRemoveProtocol = useEvent((id: ProtocolId) =>
    dispatch({
      type: 'removeKeys',
      name: t(`protocol.${id}`),
      keys: keysOnlyOf(id, compatibility.protocols),
    }),
  );
  const onRestore = useEvent((keys: readonly string[]) =>
    restoredFields(storedFields, keys, fields).forEach(group =>
      dispatch({
        type: 'addSeveral',
        name: t('compatibility.restored'),
        ...group,
      }),
    ),
  );

  const remove = (entry: DraftField) => {
    if (
      entry.field.type === 'section' &&
      fieldsOfSection(fields, entry.id).length > 0
    ) {
      setDoomed(entry);
    } else {
      dispatch({ type: 'remove', id: entry.id });
      // The button that was pressed goes with its row, after the menu has given the focus back to it.
      requestAnimationFrame(() => addButton.current?.focus());
    }
  };
  const duplicate = (entry: DraftField) => {
    const name = t('fields.copyName', { name: entry.field.name });
    const within = fieldsOfSection(fields, entry.id);
    const after = within[within.length - 1] ?? entry;
    dispatch({
      type: 'addSeveral',
      name,
      fields: copiesOf([entry, ...within], name, fields),
      after: after.id,
    });
  };
  const giveFocusBack = () =>
    (opener.current?.isConnected ? opener.current : addButton.current)?.focus();
  const menuEntry = fields.find(({ id }) => id === menu?.id);

  return (
    <Paper
      component="section"
      aria-labelledby="mooring-fields-title"
      className={classes.root}
    >
      <FieldsCardHead
        titleId="mooring-fields-title"
        count={count}
        sections={fields.length - count}
        getFields={getFormFields}
        addButton={addButton}
        onAdd={onAdd}
        onAddProtocol={onAddProtocol}
      />
      {(refused ?? fieldProblems.other) && (
        <Problem>{refused ?? fieldProblems.other}</Problem>
      )}
      {fields.length > 0 ? (
        <WarnedFieldsTable
          fields={fields}
          liftedId={lifted?.id}
          isCompact={isCompact}
          problems={fieldProblems.byId}
          compatibility={compatibility}
          actions={actions}
          onMoveOnto={onMoveOnto}
        />
      ) : (
        <StatePanel
          icon={<ViewListIcon />}
          title={t('fields.empty')}
          description={t('fields.emptyHint')}
        />
      )}
      <MoveStrip
        fields={fields}
        event={event}
        canUndo={undo !== undefined}
        onUndo={() => {
          dispatch({ type: 'undo' });
          addButton.current?.focus();
        }}
      />
      <CompatibilityPanel
        fields={fields}
        compatibility={compatibility}
        storedFields={storedFields}
        storedProtocols={storedProtocols}
        onRemove={onRemoveProtocol}
        onRestore={onRestore}
      />
      <FieldMenu
        fields={fields}
        entry={menuEntry}
        anchor={menu?.button}
        onClose={() => setMenu(undefined)}
        onEdit={tasks.edit}
        onAddHere={tasks.addTo}
        onDuplicate={duplicate}
        onStep={actions.onStep}
        onMoveToSection={(id, section) =>
          dispatch({ type: 'moveToSection', id, section })
        }
        onRemove={remove}
      />
      <FieldDialog
        task={tasks.task}
        onClose={tasks.close}
        onApply={tasks.apply}
        onExited={giveFocusBack}
      />
      <RemoveSectionDialog
        section={
          doomed && {
            name: doomed.field.name,
            count: fieldsOfSection(fields, doomed.id).length,
            isFirst:
              fields.find(({ field }) => !isValueField(field)) === doomed,
          }
        }
        onClose={() => setDoomed(undefined)}
        onRemove={withFields => {
          if (doomed) dispatch({ type: 'remove', id: doomed.id, withFields });
          setDoomed(undefined);
        }}
        onExited={giveFocusBack}
      />
    </Paper>
  );
});
