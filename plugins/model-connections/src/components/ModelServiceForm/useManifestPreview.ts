import {
  ModelServicePreview,
  ModelServiceWrite,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  useModelConnectionsApi,
} from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useRef, useState } from 'react';

/** The objects are asked for once nothing was typed for so long, in milliseconds. */
const PAUSE_MILLISECONDS = 500;

/** The objects that a form comes to. */
export interface ManifestPreview {
  /** Those of the last answer: they stay while the next one is on its way. */
  preview?: ModelServicePreview;
  /** What is shown is not what was typed last. */
  isBehind: boolean;
  error?: Error;
}

/** Asks the server what would be written, a moment after the last change; nothing while there is nothing to ask for. */
export function useManifestPreview(
  project: ProjectRef,
  write: ModelServiceWrite | undefined,
): ManifestPreview {
  const api = useModelConnectionsApi();
  const { cluster, namespace } = project;
  const key = write && JSON.stringify(write);
  const [answer, setAnswer] = useState<
    { key: string; preview?: ModelServicePreview; error?: Error } | undefined
  >();
  // KServe writes its status all the time, and with that another version; for a look at the objects any will do.
  const version = useRef<string | undefined>(undefined);

  useEffect(() => {
    if (key === undefined) return undefined;
    let isStale = false;
    const wanted: ModelServiceWrite = JSON.parse(key);
    const ask = async () => {
      const ref = { cluster, namespace };
      const send = () =>
        api.previewModelService({
          ...ref,
          service: {
            ...wanted,
            ...(wanted.resourceVersion !== undefined && {
              resourceVersion: version.current ?? wanted.resourceVersion,
            }),
          },
        });
      try {
        return await send();
      } catch (error) {
        if (errorStatus(error as Error) !== 409) throw error;
        const now = await api.getModelService({ ...ref, name: wanted.name });
        version.current = now.resourceVersion;
        return await send();
      }
    };
    const timer = setTimeout(() => {
      ask().then(
        preview => !isStale && setAnswer({ key, preview }),
        error =>
          !isStale && setAnswer(old => ({ key, preview: old?.preview, error })),
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [api, cluster, namespace, key]);

  return {
    preview: answer?.preview,
    isBehind: answer?.key !== key,
    error: answer?.key === key ? answer?.error : undefined,
  };
}
