import { findBuiltTools, findExecutable } from './builtTools';

/** Where the programs of a control plane are. */
export interface KubernetesBinaries {
  directory: string;
  etcd: string;
  apiserver: string;
  /** Missing in the archives that KUBEBUILDER_ASSETS usually points at. */
  controllerManager?: string;
}

/**
 * Looks for etcd and kube-apiserver in `KUBEBUILDER_ASSETS`, else in the
 * directory that `scripts/build-tools.mjs` has filled last.
 *
 * @returns undefined when there are none
 */
export async function findKubernetesBinaries(
  env: NodeJS.ProcessEnv = process.env,
): Promise<KubernetesBinaries | undefined> {
  const directory =
    env.KUBEBUILDER_ASSETS || (await findBuiltTools('kubernetes', env));
  if (!directory) {
    return undefined;
  }
  const etcd = await findExecutable(directory, 'etcd');
  const apiserver = await findExecutable(directory, 'kube-apiserver');
  return etcd && apiserver
    ? {
        directory,
        etcd,
        apiserver,
        controllerManager: await findExecutable(
          directory,
          'kube-controller-manager',
        ),
      }
    : undefined;
}
