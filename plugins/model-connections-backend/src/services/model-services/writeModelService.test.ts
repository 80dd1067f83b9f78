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
import {
  ClusterForbiddenError,
  GatewayTimeoutError,
  UnprocessableEntityError,
} from '../../errors/errors';
import { KubernetesPath } from '../../kubernetes/kubernetesPath';
import { InferenceServices } from './InferenceServices';
import { ModelSourceAccounts } from './ModelSourceAccounts';
import {
  changeModelService,
  createModelService,
  deleteModelService,
  WriteContext,
} from './writeModelService';

const options = { credentials: mockCredentials.user() };
const namespace = 'team-a';
const ref = { cluster: 'local', namespace, name: 'qwen' };
const SERVICE = `/apis/serving.kserve.io/v1beta1/namespaces/${namespace}/inferenceservices/qwen`;
const ACCOUNT = `/api/v1/namespaces/${namespace}/serviceaccounts/qwen-model-source`;
const MARK = 'aml-model-source-connection';
const PULL_SECRET = 'qwen-model-source-dockercfg-x7k2p';

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

  const accountFor = (connection: string) =>
    renderServiceAccount({
      namespace,
      service: 'qwen',
      connection,
      pullSecrets: ['of-the-project'],
    });

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
        ...(connection && { serviceAccount: accountFor(connection) }),
        warnings: [],
      } as unknown as Parameters<typeof changeModelService>[1],
      context,
      options,
    );
  }

  async function create(connection: string) {
    const inferenceService = bound(
      {
        apiVersion: 'serving.kserve.io/v1beta1',
        kind: 'InferenceService',
        metadata: { name: 'qwen', namespace },
        spec: { predictor: {} },
      },
      connection,
    );
    const serviceAccount = accountFor(connection);
    return await createModelService(
      ref,
      { inferenceService, serviceAccount, warnings: [] },
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
    expect((await change(await read())).warnings).toEqual([]);
    expect(secretOf()).toBeUndefined();
  });

  const meanwhile = () => {
    let go = () => {};
    const gate = new Promise<void>(resolve => {
      go = resolve;
    });
    return { gate, go };
  };

  it('keep the account that somebody has taken up whose change of the service is on its way', async () => {
    await start('a');
    const current = await read();
    const { gate, go } = meanwhile();
    let other: Promise<unknown> | undefined;
    once('onWritten', isPatchOf(SERVICE), async () => {
      const changed = await read();
      const isThere = meanwhile();
      once('onCall', isPatchOf(SERVICE), async () => {
        isThere.go();
        await gate;
      });
      other = change(changed, 'a');
      await isThere.gate;
    });
    await change(current);
    go();
    await other;
    expect(connectionOf()).toBe('a');
    expect(secretOf()).toBe('a');
  });

  it('leave the account of the faster of two who create the service to it', async () => {
    const isPost = ({ path, method }: { path: string; method?: string }) =>
      method === 'POST' && !path.includes('serviceaccounts');
    const { gate, go } = meanwhile();
    let slower: Promise<unknown> | undefined;
    once(
      'onWritten',
      ({ method }) => method === 'POST',
      async () => {
        const isThere = meanwhile();
        once('onCall', isPost, async () => {
          isThere.go();
          await gate;
        });
        slower = create('a');
        await isThere.gate;
      },
    );
    const { metadata } = await create('a');
    go();
    await expect(slower).rejects.toThrow('There is a model service');
    expect(memory.objects.get(ACCOUNT)!.metadata.ownerReferences).toMatchObject(
      [{ uid: metadata.uid }],
    );
  });

  it.each([
    ['a volume, and say nothing', undefined, []],
    [
      'a connection, and say that it may be left',
      'a',
      [expect.stringMatching(/may be left: forbidden\..*kubectl delete/)],
    ],
  ])(
    'are done where the account cannot be read of a service that has %s',
    async (_, connection, said) => {
      await start(connection);
      memory.onCall = ({ path }) => {
        if (path === ACCOUNT) throw new ClusterForbiddenError('forbidden');
      };
      const current = await read();
      const labels = { a: 'b' };
      const { service, warnings } = await change({
        ...current,
        metadata: { ...current.metadata, labels },
      });
      expect(service.spec.predictor.serviceAccountName).toBeUndefined();
      expect(warnings).toEqual(said);
    },
  );

  it('say that an account may be left, and how to be rid of it', async () => {
    await start('a');
    memory.onCall = ({ path, method }) => {
      if (path === ACCOUNT && method === 'DELETE') {
        throw new ClusterForbiddenError('may not delete');
      }
    };
    const { warnings } = await change(await read());
    expect(connectionOf()).toBeUndefined();
    expect(warnings).toEqual([
      expect.stringContaining(
        '"kubectl delete serviceaccount qwen-model-source --namespace team-a"',
      ),
    ]);
  });

  const isAway = () => {
    throw new GatewayTimeoutError('no answer');
  };

  it('take back the credentials where the cluster was away for a moment only', async () => {
    await start('a');
    const current = await read();
    let calls = 0;
    memory.onCall = ({ path, method }) => {
      if (path !== SERVICE) return;
      calls += 1;
      // The change, and the look at what came of it.
      if (method === 'PATCH' || calls === 2) isAway();
    };
    await expect(change(current, 'b')).rejects.toThrow('look at it again');
    expect(secretOf()).toBe('a');
  });

  it('name the account where it is open whose credentials are to be in it', async () => {
    await start('a');
    const current = await read();
    once('onCall', isPatchOf(SERVICE), async () => {
      memory.onCall = isAway;
      isAway();
    });
    await expect(change(current, 'b')).rejects.toThrow(
      /look at it again.*"qwen-model-source" may hold the credentials of "b"/,
    );
    expect(secretOf()).toBe('b');
    memory.onCall = () => {};
    await change(await read(), 'a');
    expect(secretOf()).toBe('a');
  });

  describe('where the cluster adds Secrets to every account', () => {
    const accountNow = () => memory.objects.get(ACCOUNT);

    beforeEach(() => {
      memory.onWritten = async ({ path, method }) => {
        const account = accountNow();
        const isDone = account?.secrets?.some(
          ({ name }: { name: string }) => name === PULL_SECRET,
        );
        if (!account || isDone || method === 'DELETE') return;
        if (!path.includes('/serviceaccounts')) return;
        const entry = { name: PULL_SECRET };
        await memory.request(
          'local',
          {
            method: 'PATCH',
            path: ACCOUNT as KubernetesPath,
            body: {
              secrets: [...(account.secrets ?? []), entry],
              imagePullSecrets: [...(account.imagePullSecrets ?? []), entry],
            },
          },
          options,
        );
      };
    });
    const secretsNow = () =>
      accountNow()?.secrets.map(({ name }: { name: string }) => name);
    const pullSecretsNow = () =>
      accountNow()?.imagePullSecrets.map(({ name }: { name: string }) => name);

    it('leave them in it', async () => {
      await create('a');
      expect(secretsNow()).toEqual(['a', PULL_SECRET]);
      await change(await read(), 'b');
      expect(secretsNow()).toEqual(['b', PULL_SECRET]);
      expect(pullSecretsNow()).toEqual(['of-the-project', PULL_SECRET]);
      const { resourceVersion } = accountNow()!.metadata;
      await change(await read(), 'b');
      expect(accountNow()!.metadata.resourceVersion).toBe(resourceVersion);
      await change(await read());
      expect(accountNow()).toBeUndefined();
    });

    it('take back what they have done, and no more', async () => {
      memory.onCall = ({ method, path }) => {
        if (method === 'POST' && !path.includes('serviceaccounts')) {
          throw new UnprocessableEntityError('refused', []);
        }
      };
      await expect(create('a')).rejects.toThrow('refused');
      expect(accountNow()).toBeUndefined();

      memory.onCall = () => {};
      await create('a');
      memory.onCall = request => {
        if (isPatchOf(SERVICE)(request)) {
          throw new UnprocessableEntityError('refused', []);
        }
      };
      await expect(change(await read(), 'b')).rejects.toThrow('refused');
      expect(secretsNow()).toEqual(['a', PULL_SECRET]);
      expect(pullSecretsNow()).toEqual(['of-the-project', PULL_SECRET]);
      expect(accountNow()!.metadata.ownerReferences).toHaveLength(1);
    });

    it('find what a deletion would leave', async () => {
      await create('a');
      const body = { metadata: { ownerReferences: null } };
      await memory.request(
        'local',
        { method: 'PATCH', path: ACCOUNT as KubernetesPath, body },
        options,
      );
      await deleteModelService(ref, await read(), ['a'], context, options);
      expect(accountNow()).toBeUndefined();
    });
  });
});
