import { manifestLines } from './manifestLines';

it('marks the lines that carry the credentials', () => {
  const marked = manifestLines(
    `apiVersion: v1
kind: ServiceAccount
secrets:
  - name: minio
imagePullSecrets:
  - name: harbor-pull
---
metadata:
  name: qwen
  annotations:
    aml-model-source-connection: minio
spec:
  predictor:
    serviceAccountName: qwen-model-source
    imagePullSecrets:
      - name: harbor-pull
      - name: minio
    model:
      modelFormat:
        name: huggingface
      env:
        - name: A
      storageUri: s3://models/llm
`,
    'minio',
  );
  expect(marked.filter(({ mark }) => mark)).toEqual([
    { text: '  - name: minio', mark: 'keys' },
    { text: '  - name: harbor-pull', mark: 'kept' },
    { text: '    aml-model-source-connection: minio', mark: 'usedBy' },
    { text: '    serviceAccountName: qwen-model-source', mark: 'binding' },
    { text: '      - name: harbor-pull', mark: 'kept' },
    { text: '      - name: minio', mark: 'pull' },
    { text: '      storageUri: s3://models/llm', mark: 'location' },
  ]);
});
