import { waitUntil } from '../client/waitUntil';
import { LocalCluster } from '../LocalCluster';
import {
  completed,
  ContainerState,
  ContainerStates,
  crashed,
  podStatus,
  running,
  waiting,
} from './podStatus';

/** Init containers that go on running beside the others ("sidecars"). */
const isSidecar = (container: any) => container.restartPolicy === 'Always';

/**
 * Plays the kubelet on a cluster without nodes: says of pods what a kubelet
 * would say, so that the real controllers act on it. Nothing is run, pulled or
 * downloaded.
 *
 * Unlike on a cluster with nodes, a deleted pod is gone at once.
 */
export class Kubelet {
  constructor(private readonly cluster: Pick<LocalCluster, 'request'>) {}

  /** The pods of an InferenceService that are not on their way out. */
  async podsOf(namespace: string, service: string): Promise<any[]> {
    const { status, body } = await this.cluster.request(
      'GET',
      `/api/v1/namespaces/${namespace}/pods`,
      {
        query: {
          labelSelector: `serving.kserve.io/inferenceservice=${service}`,
        },
      },
    );
    if (status !== 200) {
      throw new Error(`Cannot list pods: ${status} ${body?.message ?? body}`);
    }
    return body.items.filter(
      ({ metadata }: any) => metadata.deletionTimestamp === undefined,
    );
  }

  /**
   * The first pod of an InferenceService that is accepted, as soon as there is
   * one.
   *
   * @throws Error when none has come within 20 seconds
   */
  async waitForPod(
    namespace: string,
    service: string,
    accept: (pod: any) => boolean = () => true,
  ): Promise<any> {
    return waitUntil(`a pod of ${namespace}/${service}`, async () =>
      (await this.podsOf(namespace, service)).find(accept),
    );
  }

  /** All init containers are done, all containers are ready. */
  async makeReady(pod: any): Promise<void> {
    await this.report(pod, this.initialized, () => running(true));
  }

  /** The containers run, but do not answer yet. */
  async makeRunning(pod: any): Promise<void> {
    await this.report(pod, this.initialized, () => running(false));
  }

  /** The storage initializer is at work. */
  async startDownload(pod: any): Promise<void> {
    await this.report(pod, this.storageInitializer(running(false)));
  }

  /**
   * The storage initializer has failed and waits for its next try.
   *
   * @param message - the last of its log: Kubernetes takes it from there
   */
  async failDownload(pod: any, message: string): Promise<void> {
    await this.report(
      pod,
      this.storageInitializer(crashed('storage-initializer', 1, message)),
    );
  }

  /**
   * An image cannot be pulled: that of the init container or container named,
   * by default that of the pod's first container.
   */
  async failImagePull(
    pod: any,
    name: string = pod.spec.containers[0].name,
  ): Promise<void> {
    const { image } = [
      ...(pod.spec.initContainers ?? []),
      ...pod.spec.containers,
    ].find((container: any) => container.name === name);
    await this.block(
      pod,
      name,
      'ImagePullBackOff',
      `Back-off pulling image "${image}"`,
    );
  }

  /**
   * A container cannot be started, such as for `CreateContainerConfigError`;
   * what comes before it is done, what comes after it waits.
   *
   * @param name - of an init container or a container
   */
  async block(
    pod: any,
    name: string,
    reason: string,
    message: string,
  ): Promise<void> {
    const initContainers: any[] = pod.spec.initContainers ?? [];
    const blocked = initContainers.findIndex(
      container => container.name === name,
    );
    const blockedState = waiting(reason, message);
    if (blocked >= 0) {
      await this.report(pod, container => {
        const index = initContainers.indexOf(container);
        if (index === blocked) {
          return blockedState;
        }
        return index < blocked
          ? this.initialized(container)
          : waiting('PodInitializing');
      });
    } else {
      await this.report(pod, this.initialized, container =>
        container.name === name ? blockedState : running(true),
      );
    }
  }

  /**
   * A container has ended with an error and waits for its next try.
   *
   * @param name - of one of the pod's containers
   */
  async crash(
    pod: any,
    name: string,
    exitCode: number,
    message: string,
  ): Promise<void> {
    await this.report(pod, this.initialized, container =>
      container.name === name
        ? crashed(name, exitCode, message)
        : running(true),
    );
  }

  private readonly initialized: ContainerStates = container =>
    isSidecar(container) ? running(true) : completed();

  private storageInitializer(state: ContainerState): ContainerStates {
    return container => {
      if (container.name === 'storage-initializer') {
        return state;
      }
      return isSidecar(container) ? running(true) : waiting('PodInitializing');
    };
  }

  private async report(
    pod: any,
    initContainer: ContainerStates,
    container: ContainerStates = () => waiting('PodInitializing'),
  ): Promise<void> {
    const { namespace, name } = pod.metadata;
    const { status, body } = await this.cluster.request(
      'PATCH',
      `/api/v1/namespaces/${namespace}/pods/${name}/status`,
      { body: { status: podStatus(pod, initContainer, container) } },
    );
    if (status !== 200) {
      throw new Error(
        `Cannot write the status of pod ${name}: ${status} ${
          body?.message ?? body
        }`,
      );
    }
  }
}
