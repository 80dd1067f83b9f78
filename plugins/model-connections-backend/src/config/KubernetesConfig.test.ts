import { ConfigReader } from '@backstage/config';
import { readKubernetesConfig } from './KubernetesConfig';

const read = (kubernetes?: object, hasPermissions: boolean = true) =>
  readKubernetesConfig(new ConfigReader({ kubernetes } as any), hasPermissions);

describe('readKubernetesConfig', () => {
  it('is our own identity and no impersonation when nothing is said', () => {
    const plain = { proxyIdentity: 'plugin', impersonate: undefined };
    expect(readKubernetesConfig(undefined, false)).toEqual(plain);
    expect(read({ impersonate: false })).toEqual(plain);
    expect(read({ proxyIdentity: 'user' }).proxyIdentity).toBe('user');
  });

  it('is impersonation by names when it is only turned on', () => {
    const { impersonate } = read({ impersonate: true });
    expect(impersonate).toEqual(read({ impersonate: {} }).impersonate);
    expect(impersonate).toEqual({
      user: 'name',
      userPrefix: '',
      groups: 'name',
      groupPrefix: '',
      allowedGroups: undefined,
    });
  });

  it.each([
    [{ proxyIdentity: 'User' }, /kubernetes\.proxyIdentity: "User"/],
    [{ impersonate: 'yes' }, /impersonate: must be true, false, or an object/],
    [{ impersonate: { user: 'none' } }, /impersonate\.user: "none" is none of/],
    [{ impersonate: { groups: 'ref' } }, /impersonate\.groups: "ref"/],
    [
      { impersonate: { userPrefix: 'system:' } },
      /userPrefix: "system:" begins/,
    ],
    [
      { impersonate: { groupPrefix: 'a ' } },
      /groupPrefix: "a " has characters/,
    ],
    [
      { impersonate: { allowedGroups: ['system:masters'] } },
      /allowedGroups: "system:masters" begins/,
    ],
    [
      { impersonate: { allowedGroups: ['Team-A'] } },
      /allowedGroups: "Team-A" is never/,
    ],
    [
      { impersonate: { groupPrefix: 'p:', allowedGroups: ['team-a'] } },
      /allowedGroups: "team-a" is never/,
    ],
    [
      { proxyIdentity: 'user', impersonate: true },
      /kubernetes\.impersonate and modelConnections\.kubernetes\.proxyIdentity/,
    ],
    [
      { proxyIdentity: 'user', impersonate: { groups: 'none' } },
      /cannot be combined.*kubernetes\.proxy/,
    ],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('refuses impersonation where nobody is asked for permissions', () => {
    expect(() => read({ impersonate: true }, false)).toThrow(
      /needs permission\.enabled: true/,
    );
    expect(read({ proxyIdentity: 'user' }, false).proxyIdentity).toBe('user');
  });
});
