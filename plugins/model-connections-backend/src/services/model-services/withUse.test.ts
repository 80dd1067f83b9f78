import { mockCredentials } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { PermissionDecisions } from '../../permissions/PermissionDecisions';
import { ConnectionsService } from '../connections/ConnectionsService';
import { withUse } from './withUse';

describe('the permission to use a connection', () => {
  const asked: unknown[] = [];
  const connections: Pick<ConnectionsService, 'get'> = {
    get: async ref => {
      asked.push(ref);
      return { name: ref.name } as never;
    },
  };
  const decisions = {
    forConnections: async () => ({
      allows: () => true,
      isConditional: () => true,
      require: (_: string, { name }: { name: string }) => {
        if (name === 'theirs') throw new NotAllowedError('no');
      },
    }),
  } as unknown as PermissionDecisions;
  const { requireUse } = withUse(
    { cluster: 'local', namespace: 'team-a' },
    { credentials: mockCredentials.user() },
    { connections, decisions },
  );

  it('is asked of a connection whose certificates nobody reads for it', async () => {
    await requireUse('mine');
    await expect(requireUse('theirs')).rejects.toThrow('no');
    expect(asked).toEqual(
      ['mine', 'theirs'].map(name => ({
        cluster: 'local',
        namespace: 'team-a',
        name,
        withCertificates: false,
      })),
    );
  });
});
