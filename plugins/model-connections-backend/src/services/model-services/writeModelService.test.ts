import { mockCredentials } from '@backstage/backend-test-utils';
import {
  InferenceService,
  mergePatchOf,
  renderServiceAccount,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  MemoryGateway,
  memoryGateway,
} from '../../__testUtils__/memoryGateway';
import { GatewayTimeoutError } from '../../errors/errors';
import { KubernetesPath } from '../../kubernetes/kubernetesPath';
import { InferenceServices } from './InferenceServices';
import { ModelSourceAccounts } from './ModelSourceAccounts';
import { changeModelService, WriteContext } from './writeModelService';

const options = { credentials: mockCredentials.user() };
const namespace = 'team-a';
const ref = { cluster: 'local', namespace, name: 'qwen' };
const SERVICE = `/apis/serving.kserve.io/v1beta1/namespaces/${namespace}/inferenceservices/qwen`;
const ACCOUNT = `/api/v1/namespaces/${namespace}/serviceaccounts/qwen-model-source`;
const MARK = 'aml-model-source-connection';

const isPatchOf =
  (path: string) => (request: { path: string; method?: string }) =>
    request.path === path && request.method === 'PATCH';

describe('changes of one service at the same time', () => {
  let memory: MemoryGateway;
  let context: WriteContext;

  beforeEach(() => {
    memory = memoryGateway();
    context = {
      services: new InferenceServices(memory),
      accounts: new ModelSourceAccounts(memory),
    };
  });

  const read = () => context.services.read(ref, options);
  const secretOf = () => memory.objects.get(ACCOUNT)?.secrets[0].name;
  const connectionOf = () =>
    memory.objects.get(SERVICE)!.metadata.annotations?.[MARK];

  /** The service as it is bound to a connection, or to a volume. */
  function bound(current: InferenceService, connection?: string) {
    const { [MARK]: _, ...others } = current.metadata.annotations ?? {};
    const { serviceAccountName: __, ...predictor } = current.spec.predictor;
    return {
      ...current,
      metadata: {
        ...current.metadata,
        annotations: { ...others, ...(connection && { [MARK]: connection }) },
      },
      spec: {
        predictor: {
          ...predictor,
          ...(connection && { serviceAccountName: 'qwen-model-source' }),
          model: {
            storageUri: connection ? `s3://${connection}/a` : 'pvc://claim/a',
          },
        },
      },
    } as InferenceService;
  }

  /** Sends the change that somebody has worked out from what there was. */
  async function change(current: InferenceService, connection?: string) {
    const inferenceService = bound(current, connection);
    return await changeModelService(
      ref,
      {
        inferenceService,
        current,
        patch: mergePatchOf(current, inferenceService),
        former: current.metadata.annotations?.[MARK],
        ...(connection && {
          serviceAccount: renderServiceAccount({
            namespace,
            service: 'qwen',
            connection,
          }),
        }),
        warnings: [],
      } as unknown as Parameters<typeof changeModelService>[1],
      context,
      options,
    );
  }

  async function start(connection?: string) {
    memory.objects.set(SERVICE, {
      apiVersion: 'serving.kserve.io/v1beta1',
      metadata: { name: 'qwen', namespace, uid: 'u', resourceVersion: '0' },
      spec: { predictor: { model: {} } },
    });
    await change(await read(), connection);
  }

  /** Does something once, before or after a call. */
  function once(
    when: 'onCall' | 'onWritten',
    is: (request: { path: string; method?: string }) => boolean,
    run: () => Promise<unknown>,
  ) {
    memory[when] = async request => {
      if (!is(request)) return;
      memory[when] = () => {};
      await run();
    };
  }

  it.each([
    ['to another connection', 'c', 'b'],
    ['to the same connection', 'b', 'b'],
    ['to a volume', undefined, 'b'],
  ])(
    'leave the credentials of who was faster, who has moved it %s',
    async (_, others, own) => {
      await start('a');
      const current = await read();
      once('onWritten', isPatchOf(ACCOUNT), () => change(current, others));
      await expect(change(current, own)).rejects.toThrow(/changed/);
      expect(connectionOf()).toBe(others);
      expect(secretOf()).toBe(others);
    },
  );

  it('leave the credentials that the service has where neither was fast enough', async () => {
    await start('a');
    const current = await read();
    once('onWritten', isPatchOf(ACCOUNT), async () => {
      once('onWritten', isPatchOf(ACCOUNT), async () => {
        await memory.request(
          'local',
          {
            method: 'PATCH',
            path: SERVICE as KubernetesPath,
            body: { metadata: { labels: { of: 'somebody else' } } },
          },
          options,
        );
      });
      await expect(change(current, 'c')).rejects.toThrow(/changed/);
    });
    await expect(change(current, 'b')).rejects.toThrow(/changed/);
    expect(connectionOf()).toBe('a');
    expect(secretOf()).toBe('a');
  });

  it.each(['a', 'b'])(
    'keep the account that one takes out and another needs again, for %s',
    async wanted => {
      await start('a');
      const current = await read();
      once('onWritten', isPatchOf(SERVICE), async () =>
        change(await read(), wanted),
      );
      await change(current);
      expect(connectionOf()).toBe(wanted);
      expect(secretOf()).toBe(wanted);
    },
  );

  it('keep the account that is needed again between the last look and its removal', async () => {
    await start('a');
    const current = await read();
    once(
      'onCall',
      ({ path, method }) => path === ACCOUNT && method === 'DELETE',
      async () => change(await read(), 'a'),
    );
    await change(current);
    expect(connectionOf()).toBe('a');
    expect(secretOf()).toBe('a');
  });

  it('take back a binding that was done although nobody answered', async () => {
    await start('a');
    once('onWritten', isPatchOf(ACCOUNT), async () => {
      throw new GatewayTimeoutError('no answer');
    });
    await expect(change(await read(), 'b')).rejects.toThrow('no answer');
    expect(secretOf()).toBe('a');
  });

  it('do not take back what somebody else has bound after nobody answered', async () => {
    await start('a');
    const current = await read();
    once('onWritten', isPatchOf(ACCOUNT), async () => {
      await change(current, 'c');
      throw new GatewayTimeoutError('no answer');
    });
    await expect(change(current, 'b')).rejects.toThrow('no answer');
    expect(connectionOf()).toBe('c');
    expect(secretOf()).toBe('c');
  });

  it('take back a binding although a controller has changed the account since', async () => {
    await start('a');
    const current = await read();
    once('onWritten', isPatchOf(ACCOUNT), async () => {
      for (const path of [ACCOUNT, SERVICE]) {
        const body = { metadata: { labels: { seen: 'yes' } } };
        await memory.request(
          'local',
          { method: 'PATCH', path: path as KubernetesPath, body },
          options,
        );
      }
    });
    await expect(change(current, 'b')).rejects.toThrow(/changed/);
    expect(secretOf()).toBe('a');
  });

  it('remove the account that nobody needs', async () => {
    await start('a');
    await change(await read());
    expect(secretOf()).toBeUndefined();
  });
});
