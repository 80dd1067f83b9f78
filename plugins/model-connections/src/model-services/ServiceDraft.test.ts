import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { modelServiceFixture } from '../__testUtils__/fixtures';
import {
  emptyServiceDraft,
  serviceDraftOf,
  writeOfServiceDraft,
} from './ServiceDraft';

const namespace = 'team-a';
const base: ModelService = modelServiceFixture({
  name: 'qwen',
  protocolVersion: 'v2',
  labels: { team: 'a' },
  resources: {
    claims: [{ name: 'x' }],
    limits: { cpu: 2, 'amd.com/gpu': '1' },
    requests: { 'amd.com/gpu': '1' },
  },
  env: [
    { name: 'A', value: '1' },
    { name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
  ],
  args: ['--text', 'two\nlines'],
  minReplicas: 1,
});

it('writes a service that was not changed as it was read', () => {
  const { resourceVersion, name, displayName, location, modelFormat } = base;
  expect(
    writeOfServiceDraft(serviceDraftOf(base), { namespace, base }),
  ).toEqual({
    name,
    displayName,
    location,
    modelFormat,
    resourceVersion,
    protocolVersion: 'v2',
    labels: { team: 'a' },
    resources: base.resources,
    env: base.env,
    args: base.args,
    minReplicas: 1,
  });
});

it('changes only what was changed in the form', () => {
  const draft = serviceDraftOf(base);
  const write = writeOfServiceDraft(
    {
      ...draft,
      maxReplicas: '3',
      resources: { ...draft.resources, gpus: '2', memoryLimit: ' 8Gi ' },
      env: [{ ...draft.env[0], value: '2' }, draft.env[1]],
    },
    { namespace, base },
  );
  expect(write).toMatchObject({
    maxReplicas: 3,
    args: base.args,
    resources: {
      claims: [{ name: 'x' }],
      limits: { cpu: 2, memory: '8Gi', 'amd.com/gpu': '2' },
      requests: { 'amd.com/gpu': '2' },
    },
    env: [{ name: 'A', value: '2' }, base.env![1]],
  });
});

it('leaves out what a service of its own kind does not say', () => {
  const strange = modelServiceFixture({
    name: 'custom',
    location: undefined,
    modelFormat: undefined,
  });
  const write = writeOfServiceDraft(
    { ...serviceDraftOf(strange), minReplicas: '2' },
    { namespace, base: strange },
  );
  expect(write.location).toBeUndefined();
  expect(write.modelFormat).toBeUndefined();
  expect(write.minReplicas).toBe(2);
});

it('makes a new one, with the labels of its entity', () => {
  expect(
    writeOfServiceDraft(
      {
        ...emptyServiceDraft,
        displayName: 'Qwen 7B',
        format: 'huggingface',
        connection: 'minio',
        path: ' llm/qwen ',
        args: [
          { id: 0, value: '--a', isNew: true },
          { id: 1, value: '', isNew: true },
          { id: 2, value: ' --b ', isNew: true },
        ],
        env: [{ id: 1, name: '', value: '' }],
      },
      { namespace, labels: { 'backstage.io/kubernetes-id': 'qwen' } },
    ),
  ).toEqual({
    name: 'qwen-7b',
    displayName: 'Qwen 7B',
    labels: { 'backstage.io/kubernetes-id': 'qwen' },
    modelFormat: { name: 'huggingface' },
    location: { kind: 'connection', connection: 'minio', path: 'llm/qwen' },
    args: ['--a', ' --b '],
  });
});

it('changes one argument and leaves the others as they are, whatever they hold', () => {
  const args = [
    '--model-len=1',
    '--chat-template={% for %}\n  {{ m.content }}\n{% endfor %}',
    '',
    ' --indented ',
  ];
  const service = modelServiceFixture({ name: 'vllm', args });
  const draft = serviceDraftOf(service);
  const [first, ...others] = draft.args;
  const write = (rows: typeof draft.args) =>
    writeOfServiceDraft({ ...draft, args: rows }, { namespace, base: service })
      .args;
  expect(write([{ ...first, value: '--model-len=2' }, ...others])).toEqual([
    '--model-len=2',
    ...args.slice(1),
  ]);
  expect(write([...others, { id: 9, value: '', isNew: true }])).toEqual(
    args.slice(1),
  );
  expect(write([])).toBeUndefined();
});

it('never drops a variable with a source, and keeps the others in their own form', () => {
  const service = modelServiceFixture({
    name: 'vllm',
    env: [
      { name: 'EMPTY' },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
      { name: 'LEVEL', value: 'info' },
    ],
  });
  const draft = serviceDraftOf(service);
  const [empty, token, level] = draft.env;
  expect(
    writeOfServiceDraft(
      {
        ...draft,
        env: [
          empty,
          { ...token, name: ' ' },
          { ...level, value: 'debug' },
          { id: 9, name: '', value: '' },
        ],
      },
      { namespace, base: service },
    ).env,
  ).toEqual([
    { name: 'EMPTY' },
    { ...service.env![1], name: '' },
    { name: 'LEVEL', value: 'debug' },
  ]);
});
