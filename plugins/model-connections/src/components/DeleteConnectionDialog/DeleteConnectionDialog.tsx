import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { DeleteDialog } from '../DeleteDialog';

/** Asks before a connection is deleted, and says what happens to what uses it. */
export function DeleteConnectionDialog(props: {
  /** Open while it is set. */
  connection?: ConnectionSummary;
  clusterTitle: string;
  onClose(): void;
  onDeleted(connection: ConnectionSummary): void;
  onExited(): void;
}) {
  const { connection, clusterTitle, ...handlers } = props;
  const api = useModelConnectionsApi();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <DeleteDialog
      {...handlers}
      subject={connection}
      cluster={connection?.cluster}
      remove={({ cluster, namespace, name }) =>
        api.deleteConnection({ cluster, namespace, name })
      }
      explain={({ namespace, protocols }) => (
        <>
          {t('delete.text', { project: namespace, cluster: clusterTitle })}{' '}
          {protocols.length > 0 && t('delete.dependents')}
        </>
      )}
    />
  );
}
