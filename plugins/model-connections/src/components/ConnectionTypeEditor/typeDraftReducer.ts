import {
  ConnectionTypeFormField,
  EditableConnectionType,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  DraftField,
  fieldsOfSection,
  moveField,
  moveFieldOnto,
  moveFieldToSection,
} from './fieldOrder';
import { draftField, draftOf, TypeDraft } from './TypeDraft';

/** What last happened to the fields, to be told to those who do not see it. */
export interface FieldEvent {
  kind:
    | 'lifted'
    | 'moved'
    | 'dropped'
    | 'cancelled'
    | 'added'
    | 'changed'
    | 'removed'
    | 'several'
    | 'undone';
  /** The field, where it is still there. */
  id?: string;
  name: string;
  /** How many, of `several`. */
  count?: number;
}

/** The editor's state. */
export interface TypeEditorState {
  draft: TypeDraft;
  /** The field that is being moved by keyboard, and the order before. */
  lifted?: { id: string; before: readonly DraftField[] };
  event?: FieldEvent;
  /** The fields before the last removal. */
  undo?: readonly DraftField[];
}

/** What can happen in the editor. */
export type TypeEditorAction =
  | { type: 'set'; change: Partial<Omit<TypeDraft, 'fields'>> }
  | { type: 'replace'; with: EditableConnectionType }
  | { type: 'add'; field: ConnectionTypeFormField; after?: string }
  | {
      type: 'addSeveral';
      name: string;
      fields: ConnectionTypeFormField[];
      after?: string;
    }
  | { type: 'update'; id: string; field: ConnectionTypeFormField }
  | { type: 'require'; id: string; required: boolean }
  | { type: 'remove'; id: string; withFields?: boolean }
  | { type: 'removeKeys'; name: string; keys: readonly string[] }
  | { type: 'step'; id: string; step: 1 | -1 }
  | { type: 'moveOnto'; id: string; onto: string }
  | { type: 'moveToSection'; id: string; section?: string }
  | { type: 'lift'; id: string }
  | { type: 'drop' }
  | { type: 'cancel' }
  | { type: 'undo' };

function withFields(
  state: TypeEditorState,
  fields: readonly DraftField[],
  event?: FieldEvent,
  undo?: readonly DraftField[],
): TypeEditorState {
  return { ...state, draft: { ...state.draft, fields }, event, undo };
}

function withRequired(
  field: ConnectionTypeFormField,
  required: boolean,
): ConnectionTypeFormField {
  if (!isValueField(field)) {
    return field;
  }
  const { required: _, ...rest } = field;
  return (required ? { ...rest, required } : rest) as ConnectionTypeFormField;
}

/** The reducer behind the editor. */
export function typeDraftReducer(
  state: TypeEditorState,
  action: TypeEditorAction,
): TypeEditorState {
  const { fields } = state.draft;
  const nameOf = (id: string) =>
    fields.find(entry => entry.id === id)?.field.name ?? '';
  /** After a field; at the end where there is none of that id. */
  const inserted = (added: DraftField[], after: string | undefined) => {
    const index = fields.findIndex(({ id }) => id === after);
    const at = index < 0 ? fields.length : index + 1;
    return [...fields.slice(0, at), ...added, ...fields.slice(at)];
  };
  const replaced = (id: string, field: ConnectionTypeFormField) =>
    fields.map(entry => (entry.id === id ? { id, field } : entry));

  /** Says nothing where the order is the same. */
  const moved = (id: string, next: readonly DraftField[]) =>
    next.every((entry, index) => entry === fields[index])
      ? state
      : withFields(state, next, {
          kind: state.lifted ? 'lifted' : 'moved',
          id,
          name: nameOf(id),
        });

  switch (action.type) {
    case 'set':
      return { ...state, draft: { ...state.draft, ...action.change } };
    case 'replace': {
      const { typedSlug } = state.draft;
      return { draft: { ...draftOf(action.with), typedSlug } };
    }
    case 'add': {
      const added = draftField(action.field);
      return withFields(state, inserted([added], action.after), {
        kind: 'added',
        id: added.id,
        name: action.field.name,
      });
    }
    case 'addSeveral':
      return withFields(
        state,
        inserted(action.fields.map(draftField), action.after),
        {
          kind: 'several',
          name: action.name,
          count: action.fields.filter(isValueField).length,
        },
      );
    case 'update':
      return withFields(state, replaced(action.id, action.field), {
        kind: 'changed',
        id: action.id,
        name: action.field.name,
      });
    case 'require': {
      const entry = fields.find(({ id }) => id === action.id);
      return entry
        ? withFields(
            state,
            replaced(action.id, withRequired(entry.field, action.required)),
          )
        : state;
    }
    case 'remove': {
      const gone = new Set([
        action.id,
        ...(action.withFields
          ? fieldsOfSection(fields, action.id).map(({ id }) => id)
          : []),
      ]);
      return withFields(
        state,
        fields.filter(({ id }) => !gone.has(id)),
        { kind: 'removed', name: nameOf(action.id) },
        fields,
      );
    }
    case 'removeKeys':
      return withFields(
        state,
        fields.filter(
          ({ field }) =>
            !isValueField(field) || !action.keys.includes(field.envVar),
        ),
        { kind: 'removed', name: action.name },
        fields,
      );
    case 'step':
      return moved(action.id, moveField(fields, action.id, action.step));
    case 'moveOnto':
      return moved(action.id, moveFieldOnto(fields, action.id, action.onto));
    case 'moveToSection':
      return moved(
        action.id,
        moveFieldToSection(fields, action.id, action.section),
      );
    case 'lift':
      return {
        ...state,
        lifted: { id: action.id, before: fields },
        event: { kind: 'lifted', id: action.id, name: nameOf(action.id) },
      };
    case 'drop':
    case 'cancel': {
      if (!state.lifted) {
        return state;
      }
      const { id, before } = state.lifted;
      const isCancelled = action.type === 'cancel';
      return {
        ...withFields(state, isCancelled ? before : fields, {
          kind: isCancelled ? 'cancelled' : 'dropped',
          id,
          name: nameOf(id),
        }),
        lifted: undefined,
      };
    }
    case 'undo':
      return state.undo
        ? withFields(state, state.undo, { kind: 'undone', name: '' })
        : state;
    default:
      return state;
  }
}
