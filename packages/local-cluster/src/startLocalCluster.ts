import { startEmbeddedApiServer } from './embedded/startEmbeddedApiServer';
import { findKServe } from './kserve/findKServe';
import { findKubernetesBinaries } from './kubernetes/findKubernetesBinaries';
import { startKubernetesControlPlane } from './kubernetes/startKubernetesControlPlane';
import { LocalCluster, LocalClusterKind } from './LocalCluster';
import { startStandIn } from './standIn/startStandIn';

/** How to start a local cluster. */
export interface StartLocalClusterOptions {
  /**
   * `auto`, the default, takes the real one where its binaries are found and
   * the embedded one elsewhere.
   */
  kind?: 'auto' | LocalClusterKind;
  /**
   * Runs KServe's own controller on it: only on the real API server, with
   * what `scripts/build-tools.mjs kserve` has built.
   */
  kserve?: boolean;
  /**
   * Plays nodes, and on the embedded API server KServe's controller too, so
   * that a deployed model is seen to become ready or to fail. Nothing acts on
   * InferenceServices on the real API server without KServe.
   */
  standIn?: boolean;
  /** Port of the API on 127.0.0.1; chosen by the system when left out. */
  port?: number;
  /** Gets one line at a time on what is going on. */
  log?: (line: string) => void;
}

/**
 * Starts a Kubernetes API on this machine.
 *
 * @throws Error when the real one or KServe is asked for and binaries are
 *   missing, or when a part of it does not come up within 60 seconds; the message
 *   names the part and has the last lines of its log
 */
export async function startLocalCluster(
  options: StartLocalClusterOptions = {},
): Promise<LocalCluster> {
  const cluster = await startCluster(options);
  return options.standIn ? await withStandIn(cluster) : cluster;
}

async function withStandIn(cluster: LocalCluster): Promise<LocalCluster> {
  const isEmbedded = cluster.kind === 'embedded';
  if (!isEmbedded && !cluster.kserve) {
    return cluster;
  }
  const stopStandIn = await startStandIn({
    request: cluster.request,
    kserve: isEmbedded,
    nodes: true,
  });
  return {
    ...cluster,
    title: isEmbedded
      ? 'Local cluster (embedded, not a real Kubernetes or KServe)'
      : cluster.title,
    async stop() {
      await stopStandIn();
      await cluster.stop();
    },
  };
}

async function startCluster(
  options: StartLocalClusterOptions,
): Promise<LocalCluster> {
  const { kind = 'auto', kserve: withKServe = false, port, log } = options;
  if (withKServe && kind === 'embedded') {
    throw new Error('KServe needs the real API server, not the embedded one');
  }
  if (kind === 'embedded') {
    return startEmbeddedApiServer({ port });
  }
  // Where services are to be played with, a real API server is of no use without what acts on them.
  const isPlayed = kind === 'auto' && Boolean(options.standIn);
  const kserve = withKServe || isPlayed ? await findKServe() : undefined;
  if (withKServe && !kserve) {
    throw new Error(
      'No KServe: run scripts/build-tools.mjs kserve, or set MOORING_KSERVE_ASSETS to a directory with kserve-manager, kserve.yaml and kserve-cluster-resources.yaml',
    );
  }
  const binaries = await findKubernetesBinaries();
  if (binaries && (kserve || !isPlayed)) {
    return startKubernetesControlPlane({ binaries, kserve, port, log });
  }
  if (kind === 'kubernetes' || withKServe) {
    throw new Error(
      'No Kubernetes binaries: set KUBEBUILDER_ASSETS to a directory with etcd and kube-apiserver, or run scripts/build-tools.mjs',
    );
  }
  log?.(
    `No ${
      binaries ? 'KServe' : 'Kubernetes binaries'
    }, taking the embedded API server`,
  );
  return startEmbeddedApiServer({ port });
}
