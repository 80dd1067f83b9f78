import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Dialog from '@material-ui/core/Dialog';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import {
  useModelConnectionsApi,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useState } from 'react';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';
import { DeleteConnectionForm } from './DeleteConnectionForm';

/**
 * Asks before a connection is deleted: typing its resource name confirms. An error is shown inside, and one can try
 * again. Where the focus goes afterwards is the caller's to say, in `onExited`.
 */
export function DeleteConnectionDialog(props: {
  /** Open while it is set. */
  connection?: ConnectionSummary;
  clusterTitle: string;
  onClose(): void;
  onDeleted(connection: ConnectionSummary): void;
  onExited(): void;
}) {
  const { connection, clusterTitle, onClose, onDeleted, onExited } = props;
  const api = useModelConnectionsApi();
  const toast = useToast();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  // Kept while the dialog fades out.
  const [shown, setShown] = useState(connection);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error | undefined>();

  useEffect(() => {
    if (connection) {
      setShown(connection);
      setError(undefined);
    }
  }, [connection]);

  // With a new sign-in what went wrong has lost its meaning; whether to delete is still the person's to say.
  useOnClusterSignIn(() => setError(undefined));

  const remove = async () => {
    if (!connection) {
      return;
    }
    setRunning(true);
    setError(undefined);
    try {
      const { cluster, namespace, name } = connection;
      await api.deleteConnection({ cluster, namespace, name });
      toast(t('delete.done', { name: connection.displayName ?? name }));
      onDeleted(connection);
    } catch (e) {
      setError(e as Error);
    } finally {
      setRunning(false);
    }
  };

  return (
    <Dialog
      open={connection !== undefined}
      maxWidth="sm"
      fullWidth
      disableRestoreFocus
      aria-labelledby="mooring-delete-title"
      onClose={isRunning ? undefined : onClose}
      TransitionProps={{ onExited }}
    >
      {shown && (
        <DeleteConnectionForm
          key={`${shown.namespace}/${shown.name}`}
          connection={shown}
          clusterTitle={clusterTitle}
          titleId="mooring-delete-title"
          isRunning={isRunning}
          error={error}
          onCancel={onClose}
          onConfirm={remove}
        />
      )}
    </Dialog>
  );
}
