import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Cluster,
  Connection,
  ConnectionSummary,
} from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { CopyConnectionDialog } from '../CopyConnectionDialog';
import { DeleteConnectionDialog } from '../DeleteConnectionDialog';
import { DependentsDrawer } from '../Dependents';
import { ManifestDialog } from '../ManifestDialog';

/** What is being done to one connection, beside the list. */
export interface ConnectionTask {
  action: 'usedBy' | 'apply' | 'duplicate' | 'copy' | 'manifest' | 'delete';
  connection: ConnectionSummary;
}

/** Everything that opens over the list of connections, one at a time. */
export function ConnectionDialogs(props: {
  task?: ConnectionTask;
  cluster: Cluster;
  onClose(): void;
  onCopied(copy: Connection): void;
  onDeleted(connection: ConnectionSummary): void;
  onApplied(): void;
  onExited(): void;
}) {
  const { task, cluster, onClose, onExited } = props;
  const api = useModelConnectionsApi();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const subject = (...actions: ConnectionTask['action'][]) =>
    task && actions.includes(task.action) ? task.connection : undefined;
  return (
    <>
      <DependentsDrawer
        connection={subject('usedBy', 'apply')}
        onClose={onClose}
        onApplied={props.onApplied}
        onExited={onExited}
      />
      <CopyConnectionDialog
        task={
          task?.action === 'duplicate' || task?.action === 'copy'
            ? { connection: task.connection, purpose: task.action }
            : undefined
        }
        onClose={onClose}
        onCopied={props.onCopied}
        onExited={onExited}
      />
      <ManifestDialog
        subject={subject('manifest')}
        hint={t('manifest.hint')}
        load={({ namespace, name }) =>
          api.getConnectionManifest({ cluster: cluster.name, namespace, name })
        }
        onClose={onClose}
        onExited={onExited}
      />
      <DeleteConnectionDialog
        connection={subject('delete')}
        clusterTitle={cluster.title}
        onClose={onClose}
        onDeleted={props.onDeleted}
        onExited={onExited}
      />
    </>
  );
}
