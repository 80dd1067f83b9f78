import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { ManifestDialog } from '../ManifestDialog';
import { DeleteServiceDialog } from './DeleteServiceDialog';
import { ServiceActionDialog } from './ServiceActionDialog';
import { ServiceAction } from './serviceActions';

/** What is being done to one service, over a list or its page. */
export interface ServiceDialogTask {
  action: Exclude<ServiceAction, 'edit'>;
  service: ModelService;
}

/** Everything that opens over model services, one at a time. */
export function ServiceDialogs(props: {
  task?: ServiceDialogTask;
  clusterTitle: string;
  onClose(): void;
  /** Something was done to it; it is given as it was right after that. */
  onChanged(service: ModelService): void;
  onDeleted(service: ModelService): void;
  onExited(): void;
}) {
  const { task, clusterTitle, onClose, onExited } = props;
  const api = useModelConnectionsApi();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const direct =
    task && task.action !== 'manifest' && task.action !== 'delete'
      ? { action: task.action, service: task.service }
      : undefined;
  return (
    <>
      <ServiceActionDialog
        task={direct}
        onClose={onClose}
        onDone={props.onChanged}
        onExited={onExited}
      />
      <ManifestDialog
        subject={task?.action === 'manifest' ? task.service : undefined}
        hint={t('services.manifestHint')}
        load={({ cluster, namespace, name, kind }) =>
          api.getModelServiceManifest({ cluster, namespace, name, kind })
        }
        onClose={onClose}
        onExited={onExited}
      />
      <DeleteServiceDialog
        service={task?.action === 'delete' ? task.service : undefined}
        clusterTitle={clusterTitle}
        onClose={onClose}
        onDeleted={props.onDeleted}
        onExited={onExited}
      />
    </>
  );
}
