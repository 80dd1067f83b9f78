import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useState } from 'react';
import { useDependents } from '../../hooks/useDependents';
import { useLastDefined } from '../../hooks/useLastDefined';
import { modelConnectionsTranslationRef } from '../../translation';
import { DeleteDialog } from '../DeleteDialog';
import { DeleteConsequences } from './DeleteConsequences';

/** Asks before a connection is deleted, and says what happens to each of what uses it. */
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
  // Kept while the dialog fades out.
  const dependents = useDependents(useLastDefined(connection));
  const [isCleaningUp, setCleaningUp] = useState(false);
  useEffect(() => setCleaningUp(false), [connection]);
  return (
    <DeleteDialog
      {...handlers}
      subject={connection}
      cluster={connection?.cluster}
      remove={async ({ cluster, namespace, name }) => {
        const { warnings } = await api.deleteConnection({
          cluster,
          namespace,
          name,
          ...(isCleaningUp ? { cleanUp: 'serviceAccounts' } : {}),
        });
        return warnings;
      }}
      explain={({ namespace }) => (
        <>
          {t('delete.text', { project: namespace, cluster: clusterTitle })}
          <DeleteConsequences
            dependents={dependents}
            isCleaningUp={isCleaningUp}
            onCleanUp={setCleaningUp}
          />
        </>
      )}
    />
  );
}
