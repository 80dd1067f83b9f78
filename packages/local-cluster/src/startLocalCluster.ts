import { startEmbeddedApiServer } from './embedded/startEmbeddedApiServer';
import { findKubernetesBinaries } from './kubernetes/findKubernetesBinaries';
import { startKubernetesControlPlane } from './kubernetes/startKubernetesControlPlane';
import { LocalCluster, LocalClusterKind } from './LocalCluster';

/** How to start a local cluster. */
export interface StartLocalClusterOptions {
  /**
   * `auto`, the default, takes the real one where its binaries are found and
   * the embedded one elsewhere.
   */
  kind?: 'auto' | LocalClusterKind;
  /** Port of the API on 127.0.0.1; chosen by the system when left out. */
  port?: number;
  /** Gets one line at a time on what is going on. */
  log?: (line: string) => void;
}

/**
 * Starts a Kubernetes API on this machine.
 *
 * @throws Error when the real one is asked for and its binaries are missing,
 *   or when a part of it does not come up within 60 seconds; the message
 *   names the part and has the last lines of its log
 */
export async function startLocalCluster(
  options: StartLocalClusterOptions = {},
): Promise<LocalCluster> {
  const { kind = 'auto', port, log } = options;
  if (kind === 'embedded') {
    return startEmbeddedApiServer({ port });
  }
  const binaries = await findKubernetesBinaries();
  if (binaries) {
    return startKubernetesControlPlane({ binaries, port, log });
  }
  if (kind === 'kubernetes') {
    throw new Error(
      'No Kubernetes binaries: set KUBEBUILDER_ASSETS to a directory with etcd and kube-apiserver, or run scripts/build-tools.mjs',
    );
  }
  log?.('No Kubernetes binaries, taking the embedded API server');
  return startEmbeddedApiServer({ port });
}
