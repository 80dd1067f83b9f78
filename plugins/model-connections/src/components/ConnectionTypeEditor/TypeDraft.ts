import {
  ConnectionTypeFormField,
  EditableConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { DraftField } from './fieldOrder';

/** A type as it is being edited. */
export interface TypeDraft {
  displayName: string;
  /** The resource name without `ct-`, as typed; absent while it follows the display name. */
  typedSlug?: string;
  description: string;
  categories: readonly string[];
  enabled: boolean;
  fields: readonly DraftField[];
}

let lastId = 0;

/** Gives a field an id of its own. */
export function draftField(field: ConnectionTypeFormField): DraftField {
  lastId += 1;
  return { id: `field-${lastId}`, field };
}

/** A new type: enabled, and empty. */
export const emptyType: EditableConnectionType = {
  displayName: '',
  categories: [],
  enabled: true,
  fields: [],
};

/** Begins to edit a type. */
export function draftOf(type: EditableConnectionType): TypeDraft {
  return {
    displayName: type.displayName,
    description: type.description ?? '',
    categories: type.categories,
    enabled: type.enabled,
    fields: type.fields.map(draftField),
  };
}

/** What is to be saved of a draft. */
export function editedTypeOf(draft: TypeDraft): EditableConnectionType {
  return {
    displayName: draft.displayName.trim(),
    description: draft.description.trim() || undefined,
    categories: [...draft.categories],
    enabled: draft.enabled,
    fields: draft.fields.map(({ field }) => field),
  };
}
