import {
  Connection,
  ConnectionSummary,
} from '@mooring/backstage-plugin-model-connections-common';
import { useLastDefined } from '../../hooks/useLastDefined';
import { CopyConnectionForm } from './CopyConnectionForm';

/** Where a copy goes: beside the original, or to another project. */
export type CopyPurpose = 'duplicate' | 'copy';

/** Copies a connection under another name, or to another project; its values are never shown on the way. */
export function CopyConnectionDialog(props: {
  /** Open while it is set. */
  task?: { connection: ConnectionSummary; purpose: CopyPurpose };
  onClose(): void;
  onCopied(copy: Connection): void;
  onExited(): void;
}) {
  const { task, ...handlers } = props;
  const shown = useLastDefined(task);
  if (!shown) {
    return null;
  }
  const { connection, purpose } = shown;
  return (
    <CopyConnectionForm
      // What was typed for one is not meant for another.
      key={`${purpose}/${connection.namespace}/${connection.name}`}
      isOpen={task !== undefined}
      connection={connection}
      purpose={purpose}
      {...handlers}
    />
  );
}
