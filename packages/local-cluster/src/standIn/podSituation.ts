import { Situation } from './inferenceStatus';

/** What the newest pod of a service tells of it. */
export interface PodSituation {
  situation: Extract<
    Situation,
    'downloading' | 'downloadFailed' | 'starting' | 'crashed' | 'ready'
  >;
  message?: string;
  exitCode?: number;
}

/** Whether a pod answers. */
export const isPodReady = (pod: any): boolean =>
  pod.status?.conditions?.some(
    ({ type, status }: any) => type === 'Ready' && status === 'True',
  ) ?? false;

function failureOf({ state, lastState }: any): PodSituation | undefined {
  const terminated = [state?.terminated, lastState?.terminated].find(
    one => one && one.exitCode !== 0,
  );
  return (
    terminated && {
      situation: 'crashed',
      message: terminated.message,
      exitCode: terminated.exitCode,
    }
  );
}

/** Tells it from the states of the containers, as KServe does; of images that cannot be pulled KServe says nothing. */
export function podSituation(pod: any): PodSituation {
  if (isPodReady(pod)) return { situation: 'ready' };
  const { initContainerStatuses = [], containerStatuses = [] } =
    pod.status ?? {};
  const download = initContainerStatuses.find(
    ({ name }: any) => name === 'storage-initializer',
  );
  if (download) {
    const failure = failureOf(download);
    if (failure) return { ...failure, situation: 'downloadFailed' };
    if (download.state?.running) return { situation: 'downloading' };
  }
  const server = containerStatuses.find(
    ({ name }: any) => name === 'kserve-container',
  );
  return (server && failureOf(server)) ?? { situation: 'starting' };
}
