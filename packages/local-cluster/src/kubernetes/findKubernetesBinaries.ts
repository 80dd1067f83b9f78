import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

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
 * directory that `scripts/build-tools.mjs` has built last: it leaves its path
 * in `<cache>/mooring/kubernetes-current`.
 *
 * @returns undefined when there are none
 */
export async function findKubernetesBinaries(
  env: NodeJS.ProcessEnv = process.env,
): Promise<KubernetesBinaries | undefined> {
  const directory = env.KUBEBUILDER_ASSETS || (await readPointer(env));
  if (!directory) {
    return undefined;
  }
  const etcd = await executable(directory, 'etcd');
  const apiserver = await executable(directory, 'kube-apiserver');
  return etcd && apiserver
    ? {
        directory,
        etcd,
        apiserver,
        controllerManager: await executable(
          directory,
          'kube-controller-manager',
        ),
      }
    : undefined;
}

async function readPointer(
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const cache = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache');
  const pointer = join(cache, 'mooring', 'kubernetes-current');
  return readFile(pointer, 'utf8').then(
    text => text.trim(),
    () => undefined,
  );
}

async function executable(
  directory: string,
  name: string,
): Promise<string | undefined> {
  const path = join(directory, name);
  return access(path, constants.X_OK).then(
    () => path,
    () => undefined,
  );
}
