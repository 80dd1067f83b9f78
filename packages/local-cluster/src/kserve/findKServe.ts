import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { findBuiltTools, findExecutable } from '../kubernetes/builtTools';

/** Where KServe's controller is, and what it is installed with. */
export interface KServeFiles {
  /** The program: KServe's `cmd/manager`. */
  manager: string;
  /** KServe's own manifests: definitions, configuration, webhooks, runtimes. */
  manifests: string[];
}

const manifestNames = ['kserve.yaml', 'kserve-cluster-resources.yaml'];

/**
 * Looks for `kserve-manager` and KServe's manifests in
 * `MOORING_KSERVE_ASSETS`, else in the directory that
 * `scripts/build-tools.mjs kserve` has filled last.
 *
 * @returns undefined when one of them is not there
 */
export async function findKServe(
  env: NodeJS.ProcessEnv = process.env,
): Promise<KServeFiles | undefined> {
  const directory =
    env.MOORING_KSERVE_ASSETS || (await findBuiltTools('kserve', env));
  if (!directory) {
    return undefined;
  }
  const manager = await findExecutable(directory, 'kserve-manager');
  const manifests = manifestNames.map(name => join(directory, name));
  const found = await Promise.all(
    manifests.map(path =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return manager && found.every(Boolean) ? { manager, manifests } : undefined;
}
