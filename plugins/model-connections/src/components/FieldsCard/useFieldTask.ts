import {
  ConnectionTypeFormField,
  FieldType,
} from '@mooring/backstage-plugin-model-connections-common';
import { useRef, useState } from 'react';
import {
  DraftField,
  fieldsOfSection,
} from '../ConnectionTypeEditor/fieldOrder';
import { TypeDraftModel } from '../ConnectionTypeEditor/useTypeDraft';
import { fieldDraftOf, FieldTask, newFieldDraft } from '../FieldDialog';

/** The task of the dialog, and the field that it changes; without one it adds a field. */
interface OpenTask extends FieldTask {
  id?: string;
  after?: string;
}

/** What the dialog of a field was opened for, and the ways to open it. */
export function useFieldTask(
  fields: readonly DraftField[],
  dispatch: TypeDraftModel['dispatch'],
) {
  const [task, setTask] = useState<OpenTask | undefined>();
  const tasks = useRef(0);
  const open = (
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
  return {
    /** Absent while the dialog is closed. */
    task,
    close: () => setTask(undefined),
    /** Adds a field or section at the end. */
    add: (type: FieldType) => open(newFieldDraft(type)),
    /** Adds a field at the end of a section. */
    addTo(section: DraftField) {
      const last = fieldsOfSection(fields, section.id).pop() ?? section;
      open(newFieldDraft('short-text'), { after: last.id });
    },
    edit: ({ id, field }: DraftField) => open(fieldDraftOf(field), { id }),
    /** Takes over what the dialog made. */
    apply(field: ConnectionTypeFormField) {
      if (task?.id !== undefined) {
        dispatch({ type: 'update', id: task.id, field });
      } else {
        dispatch({ type: 'add', field, after: task?.after });
      }
      setTask(undefined);
    },
  };
}
