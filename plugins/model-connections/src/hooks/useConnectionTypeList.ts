import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { useState } from 'react';
import { useConnectionTypes } from './useConnectionTypes';

/** The types of a cluster, and what was done to them since they were loaded. */
export interface ConnectionTypeList {
  items: readonly ConnectionType[];
  status: 'loading' | 'ready' | 'failed';
  error?: Error;
  /** Asks again; what is there stays until the answer comes. */
  reload(): void;
  /** Shows a type as it is now. */
  put(type: ConnectionType): void;
  /** Takes out a type that was deleted. */
  remove(name: string): void;
}

const NOTHING: readonly ConnectionType[] = [];

/**
 * Loads the types of a cluster and keeps them up to date with what is done here. For another cluster the component is to
 * be mounted anew.
 */
export function useConnectionTypeList(cluster: string): ConnectionTypeList {
  const loaded = useConnectionTypes(cluster);
  const [items, setItems] = useState<readonly ConnectionType[]>(NOTHING);
  const [from, setFrom] = useState<unknown>();
  // During the render, so that an answer is shown in the frame in which it comes.
  if (loaded.value && loaded.value !== from) {
    setFrom(loaded.value);
    setItems(loaded.value);
  }

  return {
    items: loaded.value && loaded.value !== from ? loaded.value : items,
    status: loaded.status,
    error: loaded.error,
    reload: loaded.retry,
    put: type =>
      setItems(old =>
        old.map(known => (known.name === type.name ? type : known)),
      ),
    remove: name => setItems(old => old.filter(type => type.name !== name)),
  };
}
