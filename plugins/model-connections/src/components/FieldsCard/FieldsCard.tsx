import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import AddIcon from '@material-ui/icons/Add';
import ViewAgendaOutlinedIcon from '@material-ui/icons/ViewAgendaOutlined';
import ViewListIcon from '@material-ui/icons/ViewList';
import {
  ConnectionTypeFormField,
  isValueField,
  keysOnlyOf,
  ProtocolId,
  protocolOf,
  shadowingKeys,
} from '@mooring/backstage-plugin-model-connections-common';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import {
  DraftField,
  fieldsOfSection,
} from '../ConnectionTypeEditor/fieldOrder';
import { TypeEditorState } from '../ConnectionTypeEditor/typeDraftReducer';
import { TypeDraftModel } from '../ConnectionTypeEditor/useTypeDraft';
import {
  FieldDialog,
  fieldDraftOf,
  FieldTask,
  newFieldDraft,
} from '../FieldDialog';
import { FieldRowActions, FieldsTable } from '../FieldsTable';
import { Problem } from '../Problem';
import { StatePanel } from '../StatePanel';
import { BuiltInSetMenu } from './BuiltInSetMenu';
import { CompatibilityPanel } from './CompatibilityPanel';
import { copiesOf } from './copiesOf';
import { FieldMenu } from './FieldMenu';
import { MoveStrip } from './MoveStrip';
import { RemoveSectionDialog } from './RemoveSectionDialog';
import { restoredFields } from './restoredFields';

const useStyles = makeStyles(
  theme => ({
    // Cut off at the corners, and yet nothing that scrolls: something inside sticks to the window.
    root: { minWidth: 0, overflow: 'clip' },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 2, 1.5, 3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.5, 2) },
    },
    title: { margin: 0 },
    count: { flex: 1, whiteSpace: 'nowrap' },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'MooringFieldsCard' },
);

const keysOf = (fields: readonly DraftField[]) =>
  fields.flatMap(({ field }) => (isValueField(field) ? [field.envVar] : []));

/** The task of the dialog, and the field that it changes; without one it adds a field. */
interface OpenTask extends FieldTask {
  id?: string;
  after?: string;
}

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
  const isCompact = useMediaQuery(theme.breakpoints.down('sm'));
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [menu, setMenu] = useState<
    { id: string; button: HTMLElement } | undefined
  >();
  const [task, setTask] = useState<OpenTask | undefined>();
  const [doomed, setDoomed] = useState<DraftField | undefined>();
  const tasks = useRef(0);
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

  const { protocols, shadowed } = compatibility;
  const keys = keysOf(fields).join(' ');
  const warnings = useMemo(
    () =>
      new Map(
        shadowed.flatMap(id =>
          shadowingKeys(id, keysOf(fields))
            .filter(key => keysOnlyOf(id, protocols).includes(key))
            .map(
              key =>
                [
                  key,
                  t('compatibility.row', {
                    protocol: protocolOf(id)?.title ?? id,
                  }),
                ] as const,
            ),
        ),
      ),
    // Only with other keys.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [keys, compatibility, t],
  );
  const present = new Set(keysOf(fields));
  const lost = storedProtocols
    .filter(id => !protocols.includes(id))
    .map(id => ({
      id,
      keys: storedFields
        .filter(isValueField)
        .map(field => field.envVar)
        .filter(key => keysOnlyOf(id, []).includes(key) && !present.has(key)),
    }));

  const openTask = (
    start: FieldTask['start'],
    about: { id?: string; after?: string } = {},
  ) => {
    tasks.current += 1;
    setTask({
      ...about,
      key: String(tasks.current),
      start,
      isNew: about.id === undefined,
      others: fields
        .filter(({ id }) => id !== about.id)
        .map(({ field }) => field),
    });
  };
  const openNew = (type: 'short-text' | 'section', button: HTMLElement) => {
    opener.current = button;
    openTask(newFieldDraft(type));
  };
  const apply = (field: ConnectionTypeFormField) => {
    if (task?.id !== undefined) {
      dispatch({ type: 'update', id: task.id, field });
    } else {
      dispatch({ type: 'add', field, after: task?.after });
    }
    setTask(undefined);
  };
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
  const sections = fields.filter(({ field }) => !isValueField(field)).length;
  const menuEntry = fields.find(({ id }) => id === menu?.id);

  return (
    <Paper
      component="section"
      aria-labelledby="mooring-fields-title"
      className={classes.root}
    >
      <div className={classes.head}>
        <Typography
          id="mooring-fields-title"
          variant="subtitle1"
          component="h2"
          className={classes.title}
        >
          <strong>{t('fields.title')}</strong>
        </Typography>
        <Typography
          variant="caption"
          color="textSecondary"
          className={classes.count}
        >
          {t('fields.count', {
            count: fields.length - sections,
            sections: t('fields.sections', { count: sections }),
          })}
        </Typography>
        <div className={classes.actions}>
          <Button
            color="primary"
            startIcon={<ViewAgendaOutlinedIcon />}
            onClick={e => openNew('section', e.currentTarget)}
          >
            {t('fields.addSection')}
          </Button>
          <BuiltInSetMenu
            fields={fields.map(({ field }) => field)}
            onAdd={(protocol, added) =>
              dispatch({
                type: 'addSeveral',
                name: t(`protocol.${protocol.id}`),
                fields: added,
              })
            }
          />
          <Button
            ref={addButton}
            variant="outlined"
            color="primary"
            startIcon={<AddIcon />}
            onClick={e => openNew('short-text', e.currentTarget)}
          >
            {t('fields.add')}
          </Button>
        </div>
      </div>
      {(refused ?? fieldProblems.other) && (
        <Problem>{refused ?? fieldProblems.other}</Problem>
      )}
      {fields.length > 0 ? (
        <FieldsTable
          fields={fields}
          liftedId={lifted?.id}
          isCompact={isCompact}
          problems={fieldProblems.byId}
          warnings={warnings}
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
        protocols={protocols}
        shadowed={shadowed}
        lost={lost}
        onRemove={id =>
          dispatch({
            type: 'removeKeys',
            name: t(`protocol.${id}`),
            keys: keysOnlyOf(id, protocols),
          })
        }
        onRestore={keys =>
          restoredFields(storedFields, keys, fields).forEach(group =>
            dispatch({
              type: 'addSeveral',
              name: t('compatibility.restored'),
              ...group,
            }),
          )
        }
      />
      <FieldMenu
        fields={fields}
        entry={menuEntry}
        anchor={menu?.button}
        onClose={() => setMenu(undefined)}
        onEdit={entry => openTask(fieldDraftOf(entry.field), { id: entry.id })}
        onAddHere={entry => {
          const last = fieldsOfSection(fields, entry.id).pop() ?? entry;
          openTask(newFieldDraft('short-text'), { after: last.id });
        }}
        onDuplicate={duplicate}
        onStep={actions.onStep}
        onMoveToSection={(id, section) =>
          dispatch({ type: 'moveToSection', id, section })
        }
        onRemove={remove}
      />
      <FieldDialog
        task={task}
        onClose={() => setTask(undefined)}
        onApply={apply}
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
