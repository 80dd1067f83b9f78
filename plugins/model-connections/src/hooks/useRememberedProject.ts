import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';

/** What a person last looked at: the cluster, and the project on each cluster. */
export type RememberedProject = {
  cluster?: string;
  namespaces?: Record<string, string>;
};

const KEY = 'project';

/** Keeps the last cluster and project in the portal's storage. `isKnown` is false while that is still being read. */
export function useRememberedProject() {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(
    () => storage.forBucket('model-connections'),
    [storage],
  );
  const changes = useMemo(
    () => bucket.observe$<RememberedProject>(KEY),
    [bucket],
  );
  const first = useMemo(
    () => bucket.snapshot<RememberedProject>(KEY),
    [bucket],
  );
  const snapshot = useObservable(changes, first);
  const remembered: RememberedProject = snapshot.value ?? {};
  return {
    remembered,
    isKnown: snapshot.presence !== 'unknown',
    remember(cluster: string, namespace: string | undefined) {
      const namespaces = { ...remembered.namespaces };
      if (namespace !== undefined) {
        namespaces[cluster] = namespace;
      }
      bucket.set(KEY, { cluster, namespaces });
    },
  };
}
