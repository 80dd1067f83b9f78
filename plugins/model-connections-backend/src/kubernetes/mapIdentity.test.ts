import { mockServices } from '@backstage/backend-test-utils';
import { ModelConnectionsConfig } from '../config/ModelConnectionsConfig';
import { mapIdentity } from './mapIdentity';

/** The mapping as config gives it. */
function mapping(impersonate: unknown) {
  const { kubernetes } = ModelConnectionsConfig.fromConfig(
    mockServices.rootConfig({
      data: {
        permission: { enabled: true },
        modelConnections: { kubernetes: { impersonate } },
      } as any,
    }),
  );
  return kubernetes.impersonate!;
}

const map = (
  userEntityRef: string,
  groups: string[] = [],
  impersonate: unknown = true,
) =>
  mapIdentity(
    { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] },
    mapping(impersonate),
  );

describe('mapIdentity', () => {
  it('calls people and groups by name, and nothing but groups a group', () => {
    expect(
      map('user:default/alice', [
        'group:default/team-a',
        'Group:default/Team-B',
        'component:default/team-c',
      ]),
    ).toEqual({ user: 'alice', groups: ['team-a', 'team-b'] });
  });

  it.each([
    'user:development/alice',
    'component:default/alice',
    'user:default/other/alice',
    'user:default/group:default/alice',
  ])('never makes %s one with the alice of the namespace default', ref => {
    expect(map(ref).user).toBe(ref);
  });

  it('calls a group of another namespace, or a user, by no short name of a group', () => {
    const { groups } = map('user:default/alice', ['group:other/team-a']);
    expect(groups).toEqual(['group:other/team-a']);
  });

  it('does as config says', () => {
    const groups = ['group:default/team-a', 'group:default/team-b'];
    const ref = 'user:default/alice';
    expect(
      map(ref, groups, {
        user: 'entityRef',
        userPrefix: 'portal:',
        groups: 'name',
        groupPrefix: 'oidc:',
        allowedGroups: ['oidc:team-b', 'oidc:team-c'],
      }),
    ).toEqual({ user: 'portal:user:default/alice', groups: ['oidc:team-b'] });
    expect(map(ref, groups, { groups: 'entityRef' }).groups).toEqual(groups);
    expect(map(ref, groups, { groups: 'none' })).toEqual({
      user: 'alice',
      groups: [],
    });
  });

  it.each([
    ['system:default/masters', /begins with "system:"/],
    ['SYSTEM:default/masters', /begins with "system:"/],
    ['user:default/a,b', /cannot be passed on/],
    ['user:default/a b', /cannot be passed on/],
    ['user:default/a\r\nimpersonate-group: system:masters', /cannot be passed/],
    ['user:default/алиса', /cannot be passed on/],
    ['user:', /no entity ref/],
  ])('refuses the person %j', (ref, message) => {
    expect(() => map(ref)).toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('refuses a group that cannot be passed on, and more groups than are tried', () => {
    const alice = 'user:default/alice';
    expect(() => map(alice, ['group:default/a,b'])).toThrow(/"group:default/);
    const many = Array.from({ length: 11 }, (_, i) => `group:default/g${i}`);
    expect(() => map(alice, many)).toThrow(/11 groups.*allowedGroups/);
    const some = { allowedGroups: ['g1', 'g7'] };
    expect(map(alice, many, some).groups).toEqual(['g1', 'g7']);
  });
});
