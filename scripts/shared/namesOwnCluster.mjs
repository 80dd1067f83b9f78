import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { repositoryRoot } from './repositoryRoot.mjs';

// The root itself depends on no YAML parser: this one is local-cluster's.
const { parse } = createRequire(
  path.join(repositoryRoot, 'packages/local-cluster/package.json'),
)('yaml');

/**
 * Tells which configuration file, of those that `backstage-cli repo start` reads, names Kubernetes clusters.
 *
 * @returns {string | undefined} the file's name
 * @throws when a file is not YAML
 */
export function namesOwnCluster() {
  return ['app-config.local.yaml', 'app-config.yaml'].find(name => {
    const file = path.join(repositoryRoot, name);
    if (!fs.existsSync(file)) return false;
    const config = parse(fs.readFileSync(file, 'utf8'));
    return config?.kubernetes?.clusterLocatorMethods?.length > 0;
  });
}
