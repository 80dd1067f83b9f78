import {
  ModelServicePreview,
  ModelServiceWrite,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  isClusterSignInError,
  useModelConnectionsApi,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useEffect, useRef, useState } from 'react';

/** The objects are asked for once nothing was typed for so long, in milliseconds. */
const PAUSE_MILLISECONDS = 500;

/** The objects that a form comes to. */
export interface ManifestPreview {
  /** Those of the last answer: they stay while there is no newer one. */
  preview?: ModelServicePreview;
  /**
   * `current`: they are what was typed; `behind`: newer ones are on their way; `incomplete`: what was typed comes to nothing
   * that could be written; `failed`: there is no answer to what was typed.
   */
  state: 'current' | 'behind' | 'incomplete' | 'failed';
  error?: Error;
  /** Asks again where that failed. */
  retry(): void;
}

/**
 * Asks the server what would be written, a moment after the last change. What failed for want of a sign-in is asked again
 * once the person has signed in.
 *
 * @param write - what would be written; absent while that is not complete
 * @param isWaiting - whether something is still loading without which there is nothing to ask for
 */
export function useManifestPreview(
  project: ProjectRef,
  write: ModelServiceWrite | undefined,
  isWaiting: boolean,
): ManifestPreview {
  const api = useModelConnectionsApi();
  const { cluster, namespace } = project;
  const key = isWaiting || !write ? undefined : JSON.stringify(write);
  const [attempt, setAttempt] = useState(0);
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
  }, [api, cluster, namespace, key, attempt]);

  const error =
    key !== undefined && answer?.key === key ? answer.error : undefined;
  const retry = () => {
    // What failed is no answer: until there is one, it is on its way.
    setAnswer(old => old && { key: '', preview: old.preview });
    setAttempt(count => count + 1);
  };
  useOnClusterSignIn(() => {
    if (isClusterSignInError(error)) retry();
  });
  const stateOf = (): ManifestPreview['state'] => {
    if (isWaiting) return 'behind';
    if (key === undefined) return 'incomplete';
    if (error) return 'failed';
    return answer?.key === key ? 'current' : 'behind';
  };
  return { preview: answer?.preview, state: stateOf(), error, retry };
}
