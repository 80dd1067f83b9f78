// Writes deploy/connection-types.yaml, the preinstalled connection types as the backend's install route creates them, from
// model-connections-common. With --check it only tells whether the file is what it would write.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { repositoryRoot } from './shared/repositoryRoot.mjs';

const require = createRequire(
  path.join(repositoryRoot, 'packages/backend/package.json'),
);
require('@backstage/cli/config/nodeTransform.cjs'); // from here on TypeScript can be required
const {
  alauda,
  builtInConnectionTypes,
  serialiseConnectionTypeData,
} = require('@mooring/backstage-plugin-model-connections-common');

const quoted = text => `'${text.replaceAll("'", "''")}'`;
const block = (entries, indent) =>
  Object.entries(entries)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${indent}${key}: ${quoted(value)}\n`)
    .join('');

function manifest(type) {
  const labels = {
    ...alauda.typeLabels,
    [alauda.preinstalledLabel.key]: alauda.preinstalledLabel.value,
  };
  const annotations = {
    [alauda.typeAnnotations.displayName[0]]: type.displayName,
    [alauda.typeAnnotations.description]: type.description,
  };
  return `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${type.name}
  namespace: ${alauda.typeNamespace}
  labels:
${block(labels, '    ')}  annotations:
${block(annotations, '    ')}data:
${block(serialiseConnectionTypeData(type), '  ')}`;
}

const file = path.join(repositoryRoot, 'deploy/connection-types.yaml');
const text = `# The preinstalled connection types. Written by \`node scripts/write-connection-types.mjs\`: do not edit.
${builtInConnectionTypes.map(manifest).join('')}`;

if (!process.argv.includes('--check')) {
  fs.writeFileSync(file, text);
} else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
  console.error(
    'deploy/connection-types.yaml is out of date: run `node scripts/write-connection-types.mjs`.',
  );
  process.exitCode = 1;
}
