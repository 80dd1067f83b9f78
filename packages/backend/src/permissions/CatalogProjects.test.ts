import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogProjects } from './CatalogProjects';

const resource = (name: string, owner: string, annotations: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, annotations: annotations as Record<string, string> },
  spec: { type: 'kubernetes-namespace', owner },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

describe('CatalogProjects', () => {
  const catalog = catalogServiceMock({
    entities: [
      resource('a', 'group:default/a', {
        'backstage.io/kubernetes-cluster': 'one',
        'backstage.io/kubernetes-namespace': 'a',
      }),
      resource('b', 'group:default/b', {
        'backstage.io/kubernetes-cluster': 'one',
        'backstage.io/kubernetes-namespace': 'b',
      }),
      resource('nowhere', 'group:default/a', {}),
    ],
  });
  const ownedBy = (...ownershipEntityRefs: string[]) =>
    new CatalogProjects(catalog, mockServices.auth()).ownedBy({
      userEntityRef: 'user:default/x',
      ownershipEntityRefs,
    });

  it('are those of the person and their groups', async () => {
    expect(await ownedBy('user:default/x', 'group:default/a')).toEqual([
      { cluster: 'one', namespace: 'a' },
    ]);
    expect(await ownedBy('user:default/x')).toEqual([]);
  });

  it('are none for who owns things as nobody', async () => {
    expect(await ownedBy()).toEqual([]);
  });
});
