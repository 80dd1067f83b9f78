import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ClusterForbiddenError,
  GatewayTimeoutError,
} from '../../errors/errors';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { hasConnectionWebhook } from './hasConnectionWebhook';

const OPERATORS = 'connection-isvc.opendatahub.io';
const CONTROLLERS =
  'minferenceservice-v1beta1.odh-model-controller.opendatahub.io';

const ask = (request: () => Promise<unknown>) =>
  hasConnectionWebhook(
    { cluster: 'local' },
    { request } as unknown as KubernetesGateway,
    { credentials: mockCredentials.user() },
  );

describe('the webhook that binds connections', () => {
  it.each<[string, string, string[], boolean]>([
    ["the operator's", OPERATORS, ['CREATE', 'UPDATE'], true],
    ["the model controller's", CONTROLLERS, ['CREATE', 'UPDATE'], true],
    ['one that did not bind yet', CONTROLLERS, ['CREATE'], false],
    [
      'one for hardware profiles',
      'hardwareprofile-isvc-injector.opendatahub.io',
      ['CREATE', 'UPDATE'],
      false,
    ],
  ])('is looked for by its name: %s', async (_, name, operations, found) => {
    const webhooks = [{ name, rules: [{ operations }] }];
    const items = [{}, { webhooks }];
    expect(await ask(async () => ({ body: { items } }))).toBe(found);
  });

  it.each([
    ['RBAC', new ClusterForbiddenError('no')],
    ['a deadline', new GatewayTimeoutError('slow')],
  ])('is not known where %s hides it', async (_, error) => {
    const refuse = async () => {
      throw error;
    };
    expect(await ask(refuse)).toBeUndefined();
  });
});
