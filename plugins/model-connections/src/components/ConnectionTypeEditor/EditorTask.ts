import {
  ConnectionType,
  EditableConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';

/** What the editor is opened for. */
export type EditorPurpose = 'create' | 'edit' | 'duplicate';

/** What the editor begins with. */
export interface EditorTask {
  purpose: EditorPurpose;
  /** What the draft starts as. */
  start: EditableConnectionType;
  /** The type that is edited or copied, as it was read. */
  source?: ConnectionType;
}
