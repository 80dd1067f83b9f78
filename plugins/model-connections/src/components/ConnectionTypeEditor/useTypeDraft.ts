import {
  compareConnectionTypes,
  ConnectionTypeFormField,
  EditableConnectionType,
  isValueField,
  proposeResourceName,
  ProtocolId,
  protocolsOfFields,
  shadowedProtocols,
  validateConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { useMemo, useReducer, useState } from 'react';
import { DraftField } from './fieldOrder';
import { draftOf, editedTypeOf, TypeDraft } from './TypeDraft';
import { typeDraftReducer, TypeEditorState } from './typeDraftReducer';

/** A title and a category that nothing is wrong with, to look at fields alone. */
const VALID = { displayName: 'x', categories: ['x'] };

/** What is wrong with the fields, in the words of the rules. */
interface FieldProblems {
  /** By the id of a field. */
  byId: ReadonlyMap<string, string>;
  /** What belongs to no single field. */
  other?: string;
}

function fieldProblemsOf(fields: readonly DraftField[]): FieldProblems {
  const byId = new Map<string, string>();
  let other: string | undefined;
  const { issues } = validateConnectionType({
    ...VALID,
    fields: fields.map(({ field }) => field),
  });
  for (const { field, message } of issues) {
    const id = fields[Number(/^fields\.(\d+)/.exec(field)?.[1])]?.id;
    if (id === undefined) other = message;
    else byId.set(id, [byId.get(id), message].filter(Boolean).join(' '));
  }
  return { byId, other };
}

/** Everything of a draft but its fields, with what is wrong with it. */
export interface TypeMetadata extends Omit<TypeDraft, 'fields'> {
  /** The resource name as it will be. */
  name: string;
  /** The part of it that a person chooses. */
  slug: string;
  /** By the part that is wrong, in the words of the rules. */
  problems: Readonly<Record<string, string>>;
}

/** What connections of a type with these fields can serve, and what of it KServe would not look at. */
export function compatibilityOf(fields: ConnectionTypeFormField[]): {
  protocols: ProtocolId[];
  shadowed: ProtocolId[];
} {
  const protocols = protocolsOfFields(fields);
  const shadowed = shadowedProtocols(
    fields.filter(isValueField).map(field => field.envVar),
  );
  return {
    protocols,
    shadowed: shadowed.filter(id => protocols.includes(id)),
  };
}

/** The draft of a type, everything that is wrong with it, and what it can serve. */
export function useTypeDraft(
  start: () => TypeDraft,
  /** The resource name of the type that is edited, which stays as it is; a new one follows the draft. */
  storedName?: string,
) {
  const [state, dispatch] = useReducer(
    typeDraftReducer,
    undefined,
    (): TypeEditorState => ({ draft: start() }),
  );
  const { draft } = state;
  const [initialSlug] = useState(draft.typedSlug);
  // What the draft is held against: what it began with, or what was stored meanwhile.
  const [baseline, setBaseline] = useState(() => editedTypeOf(draft));
  const slug = draft.typedSlug ?? proposeResourceName(draft.displayName);
  const name = storedName ?? `ct-${slug}`;
  const fields = useMemo(
    () => draft.fields.map(({ field }) => field),
    [draft.fields],
  );
  const fieldProblems = useMemo(
    () => fieldProblemsOf(draft.fields),
    [draft.fields],
  );
  const { displayName, description, categories, enabled, typedSlug } = draft;
  // The same one until some of it changes: fields change far more often.
  const metadata = useMemo<TypeMetadata>(
    () => ({
      ...{ displayName, description, categories, enabled, typedSlug },
      ...{ name, slug },
      problems: Object.fromEntries(
        validateConnectionType({
          // Others name their types as they like.
          name: storedName === undefined ? name : undefined,
          displayName,
          categories: [...categories],
          fields: [],
        }).issues.map(({ field, message }) => [field, message]),
      ),
    }),
    [
      displayName,
      description,
      categories,
      enabled,
      typedSlug,
      name,
      slug,
      storedName,
    ],
  );
  const compatibility = useMemo(() => compatibilityOf(fields), [fields]);
  const edited = useMemo(() => editedTypeOf(draft), [draft]);
  const isChanged = useMemo(
    () => compareConnectionTypes(baseline, baseline, edited).length > 0,
    [edited, baseline],
  );
  return {
    state,
    dispatch,
    name,
    metadata,
    fieldProblems,
    compatibility,
    /** What is to be saved. */
    edited,
    isChanged: isChanged || draft.typedSlug !== initialSlug,
    /** Goes on with another version of the type, on top of what is stored now. */
    rebase(
      version: EditableConnectionType,
      stored: EditableConnectionType = version,
    ) {
      dispatch({ type: 'replace', with: version });
      setBaseline(editedTypeOf(draftOf(stored)));
    },
  };
}

/** From {@link useTypeDraft}. */
export type TypeDraftModel = ReturnType<typeof useTypeDraft>;
