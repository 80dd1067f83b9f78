/** What a kubelet reports of one container: the part that readers go by. */
export interface ContainerState {
  ready: boolean;
  started?: boolean;
  restartCount: number;
  state: object;
  lastState?: object;
}

/** When a container, or the pod, came into its present state: now. */
const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

export const running = (ready: boolean): ContainerState => ({
  ready,
  started: true,
  restartCount: 0,
  state: { running: { startedAt: now() } },
});

export const completed = (): ContainerState => ({
  ready: true,
  started: false,
  restartCount: 0,
  state: {
    terminated: {
      exitCode: 0,
      reason: 'Completed',
      startedAt: now(),
      finishedAt: now(),
    },
  },
});

export const waiting = (reason: string, message?: string): ContainerState => ({
  ready: false,
  started: false,
  restartCount: 0,
  state: { waiting: { reason, ...(message && { message }) } },
});

/** Failed at least once, and waits for the next try. */
export const crashed = (
  container: string,
  exitCode: number,
  message: string,
): ContainerState => ({
  ...waiting(
    'CrashLoopBackOff',
    `back-off 10s restarting failed container=${container}`,
  ),
  restartCount: 1,
  lastState: {
    terminated: {
      exitCode,
      reason: 'Error',
      message,
      startedAt: now(),
      finishedAt: now(),
    },
  },
});

/** True, unless there are containers that speak against it. */
function condition(
  type: string,
  reason = '',
  complaint = '',
  containers: { name: string; ready: boolean }[] = [],
): object {
  const names = containers
    .filter(({ ready }) => !ready)
    .map(({ name }) => name);
  return {
    type,
    status: names.length > 0 ? 'False' : 'True',
    lastTransitionTime: now(),
    ...(names.length > 0 && {
      reason,
      message: `containers with ${complaint} status: [${names.join(' ')}]`,
    }),
  };
}

/** Containers and how they are, by their names. */
export type ContainerStates = (container: any) => ContainerState;

/**
 * The status of a pod, made up from how its containers are.
 *
 * @param pod - with its spec, as the API server gives it
 */
export function podStatus(
  pod: any,
  initContainer: ContainerStates,
  container: ContainerStates,
): object {
  const initContainers: any[] = pod.spec.initContainers ?? [];
  const report = (states: ContainerStates) => (spec: any) => ({
    name: spec.name,
    image: spec.image,
    imageID: '',
    ...states(spec),
  });
  const initStatuses = initContainers.map(report(initContainer));
  const statuses = pod.spec.containers.map(report(container));
  const isInitialized = initStatuses.every(({ ready }) => ready);
  const hasStarted = statuses.some(
    (status: any) => 'running' in status.state || status.restartCount > 0,
  );
  return {
    phase: isInitialized && hasStarted ? 'Running' : 'Pending',
    startTime: pod.status?.startTime ?? now(),
    conditions: [
      condition('PodScheduled'),
      condition(
        'Initialized',
        'ContainersNotInitialized',
        'incomplete',
        initStatuses,
      ),
      condition('ContainersReady', 'ContainersNotReady', 'unready', statuses),
      condition('Ready', 'ContainersNotReady', 'unready', statuses),
    ],
    initContainerStatuses: initStatuses,
    containerStatuses: statuses,
  };
}
