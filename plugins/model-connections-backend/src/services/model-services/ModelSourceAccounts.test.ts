import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { renderServiceAccount } from '@mooring/backstage-plugin-model-connections-common';
import merge from 'lodash/merge';
import {
  KubernetesGateway,
  KubernetesRequest,
} from '../../kubernetes/KubernetesGateway';
import { ModelSourceAccounts } from './ModelSourceAccounts';

const options = { credentials: mockCredentials.user(), mark: 'mine' };
const ref = { cluster: 'local', namespace: 'team-a', name: 'qwen' };
const wanted = renderServiceAccount({
  namespace: 'team-a',
  service: 'qwen',
  connection: 'minio',
});

/** An account as it was left by a service whose connection was another. */
const left = (owner: string) => ({
  ...renderServiceAccount({
    namespace: 'team-a',
    service: 'qwen',
    connection: 'former',
    owner: {
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      name: owner,
      uid: 'of-one-that-is-gone',
    },
  }),
});

describe('the account of a service', () => {
  let account: any;
  let sent: KubernetesRequest[];
  /** What happens between the reading and the writing. */
  let meanwhile: () => void;

  const accounts = new ModelSourceAccounts({
    request: async (_: string, request: KubernetesRequest) => {
      const { method = 'GET', body } = request;
      if (method === 'GET') {
        if (!account) throw new NotFoundError('gone');
        return { body: account };
      }
      sent.push(request);
      meanwhile();
      meanwhile = () => {};
      const { metadata, preconditions } = body as any;
      const version = (preconditions ?? metadata).resourceVersion;
      if (method === 'POST') {
        if (account) throw new ConflictError('there is one');
        account = body;
        account.metadata.resourceVersion = '1';
      } else if (!account) {
        throw new NotFoundError('gone');
      } else if (
        version !== undefined &&
        version !== account.metadata.resourceVersion
      ) {
        throw new ConflictError('changed');
      } else {
        account =
          method === 'DELETE'
            ? undefined
            : merge({}, account, body, { metadata: { resourceVersion: '2' } });
      }
      return { body: account };
    },
  } as unknown as KubernetesGateway);
  const methods = () => sent.map(({ method }) => method);

  beforeEach(() => {
    account = undefined;
    sent = [];
    meanwhile = () => {};
  });

  it('is taken up from a service of the name that is gone, before it goes with it', async () => {
    account = left('qwen');
    await accounts.ensure(ref, wanted, options);
    expect(methods()).toEqual(['PATCH']);
    expect(account.secrets).toEqual([{ name: 'minio' }]);
    expect(account.metadata.ownerReferences).toBeNull();
  });

  it('is left alone where it goes with another service', async () => {
    account = left('another');
    await expect(accounts.ensure(ref, wanted, options)).rejects.toThrow(
      'was not made for this model service',
    );
    expect(sent).toEqual([]);
  });

  it('is made anew where it goes at that moment', async () => {
    account = left('qwen');
    meanwhile = () => {
      account = undefined;
    };
    await accounts.ensure(ref, wanted, options);
    expect(methods()).toEqual(['PATCH', 'POST']);
    expect(account).toMatchObject(wanted);
  });

  it('is looked at again where it changes at that moment', async () => {
    account = left('qwen');
    account.metadata.resourceVersion = '1';
    meanwhile = () => {
      account.metadata.resourceVersion = '2';
    };
    await accounts.ensure(ref, wanted, options);
    expect(methods()).toEqual(['PATCH', 'PATCH']);
    expect(account.secrets).toEqual([{ name: 'minio' }]);
  });

  const service = {
    metadata: { name: 'qwen', uid: 'u' },
    spec: { predictor: {} },
  };

  it('is taken back, but not from who has taken it up since', async () => {
    const takeBack = await accounts.ensure(ref, wanted, options);
    await takeBack();
    expect(account).toBeUndefined();

    const takeBackLater = await accounts.ensure(ref, wanted, options);
    const others = { ...options, mark: 'theirs' };
    await accounts.own(ref, service, wanted, others);
    await takeBackLater();
    expect(account.metadata.ownerReferences).toMatchObject([{ uid: 'u' }]);
  });

  it('is made once more where somebody takes it back before the service owns it', async () => {
    await accounts.own(ref, service, wanted, options);
    expect(methods()).toEqual(['PATCH', 'POST']);
    expect(account).toMatchObject(wanted);
    expect(account.metadata.ownerReferences).toMatchObject([{ uid: 'u' }]);
  });

  it('is not changed where somebody else takes the name at that moment', async () => {
    meanwhile = () => {
      account = { metadata: { name: 'qwen-model-source' } };
    };
    await expect(accounts.ensure(ref, wanted, options)).rejects.toThrow(
      'was not made for this model service',
    );
    expect(methods()).toEqual(['POST']);
  });
});
