import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Cluster,
  ConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConnectionTypeUsageLine } from '../ConnectionTypeUsageLine';
import { DeleteDialog } from '../DeleteDialog';

/** Asks before a type is deleted, and says how many connections were made from it and that they stay. */
export function DeleteConnectionTypeDialog(props: {
  /** Open while it is set. */
  type?: ConnectionType;
  cluster: Cluster;
  onClose(): void;
  onDeleted(type: ConnectionType): void;
  onExited(): void;
}) {
  const { type, cluster, ...handlers } = props;
  const api = useModelConnectionsApi();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <DeleteDialog
      {...handlers}
      subject={type}
      cluster={cluster.name}
      remove={({ name }) =>
        api.deleteConnectionType({ cluster: cluster.name, name })
      }
      explain={({ name }) => (
        <>
          {t('types.deleteText', { cluster: cluster.title })}{' '}
          <ConnectionTypeUsageLine cluster={cluster.name} name={name} />
        </>
      )}
    />
  );
}
