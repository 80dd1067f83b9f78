import { Kubelet } from '../kserve/Kubelet';
import { LocalCluster } from '../LocalCluster';

/** A location that holds this fails, as one does where there is no model. */
export const FAILING_LOCATION = 'does-not-exist';

/** How many steps the model takes to come; a server takes one to answer. */
const DOWNLOAD_STEPS = 2;

/**
 * Plays nodes for the pods of InferenceServices, on any local cluster: step by
 * step each one gets its model, starts, and is ready. Nothing is pulled or
 * run. A model whose location contains {@link FAILING_LOCATION} never comes.
 */
export class NodeStandIn {
  private readonly kubelet: Kubelet;
  private readonly steps = new Map<string, number>();

  constructor(private readonly request: LocalCluster['request']) {
    this.kubelet = new Kubelet({ request });
  }

  /** Takes every pod one step further. */
  async step(): Promise<void> {
    const { body } = await this.request('GET', '/api/v1/pods', {
      query: { labelSelector: 'serving.kserve.io/inferenceservice' },
    });
    const pods: any[] = (body.items ?? []).filter(
      ({ metadata }: any) => !metadata.deletionTimestamp,
    );
    const alive = new Set(pods.map(({ metadata }) => metadata.uid));
    for (const uid of this.steps.keys()) {
      if (!alive.has(uid)) this.steps.delete(uid);
    }
    for (const pod of pods) {
      const step = this.steps.get(pod.metadata.uid) ?? 0;
      try {
        await this.take(pod, step);
        this.steps.set(pod.metadata.uid, step + 1);
      } catch {
        // The pod is gone, or the server is busy: it is tried again.
      }
    }
  }

  private async take(pod: any, step: number): Promise<void> {
    const bringer = pod.spec.initContainers?.find(({ name }: any) =>
      ['storage-initializer', 'modelcar-init'].includes(name),
    );
    // The arguments of the one that brings an image are a shell script.
    const source: string =
      (bringer?.name === 'storage-initializer'
        ? bringer.args?.[0]
        : bringer?.image) ?? '';
    const started = bringer ? DOWNLOAD_STEPS : 0;
    if (step < started) {
      if (step === 0 && bringer.name === 'storage-initializer') {
        await this.kubelet.startDownload(pod);
      }
      return;
    }
    if (source.includes(FAILING_LOCATION)) {
      if (step === started) await this.fail(pod, bringer.name, source);
      return;
    }
    if (step === started) await this.kubelet.makeRunning(pod);
    if (step === started + 1) await this.kubelet.makeReady(pod);
  }

  private async fail(pod: any, bringer: string, source: string) {
    if (bringer === 'storage-initializer') {
      await this.kubelet.failDownload(
        pod,
        `There is no model at ${source} (a stand-in plays the nodes: locations with "${FAILING_LOCATION}" fail)`,
      );
    } else {
      await this.kubelet.failImagePull(pod, bringer);
    }
  }
}
