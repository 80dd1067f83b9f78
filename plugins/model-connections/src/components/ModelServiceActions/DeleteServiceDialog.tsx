import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { DeleteDialog } from '../DeleteDialog';

/** Asks before a service is deleted, and says what goes with it and what stays. */
export function DeleteServiceDialog(props: {
  /** Open while it is set. */
  service?: ModelService;
  clusterTitle: string;
  onClose(): void;
  onDeleted(service: ModelService): void;
  onExited(): void;
}) {
  const { service, clusterTitle, onClose, onDeleted, onExited } = props;
  const api = useModelConnectionsApi();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <DeleteDialog
      subject={service}
      cluster={service?.cluster}
      explain={({ namespace, location }) => (
        <>
          {t('services.deleteText', {
            project: namespace,
            cluster: clusterTitle,
          })}{' '}
          {location?.kind === 'connection'
            ? t('services.deleteKeepsConnection', {
                connection: location.connection,
              })
            : t('services.deleteKeepsModel')}
        </>
      )}
      remove={({ cluster, namespace, name }) =>
        api.deleteModelService({ cluster, namespace, name })
      }
      onClose={onClose}
      onDeleted={onDeleted}
      onExited={onExited}
    />
  );
}
