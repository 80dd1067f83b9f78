import { Entity } from '@backstage/catalog-model';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { modelConnectionsApiRef } from '@mooring/backstage-plugin-model-connections-react';
import { screen } from '@testing-library/react';
import { isModelEntity } from '../entities';
import { entityConnections, entityModelServices } from './entityContents';
import plugin from './plugin';

const entity = (
  kind: string,
  type: string,
  annotations?: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'x', annotations },
  spec: { type },
});

describe('the plugin', () => {
  it('has a page with the tabs, the first of which is where one lands', async () => {
    renderTestApp({
      features: [plugin],
      initialRouteEntries: ['/model-connections'],
      apis: [
        [modelConnectionsApiRef, { listClusters: async () => ({ items: [] }) }],
      ],
    });
    expect(
      await screen.findByText('No cluster is connected'),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Connections' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(
      screen.getByRole('heading', { name: 'Model connections' }),
    ).toBeInTheDocument();
  });

  it.each([
    [entity('Component', 'model-server'), true],
    [entity('Component', 'model-service'), true],
    [entity('Component', 'ml-model'), true],
    [entity('Component', 'ai-model'), true],
    [entity('Component', 'inference-service'), true],
    [entity('Resource', 'ai-model'), true],
    [entity('API', 'ai-model-server'), true],
    [entity('Component', 'website'), false],
    [entity('Resource', 'database'), false],
    [
      entity('Component', 'website', {
        'mooring.dev/model-connections': 'true',
      }),
      true,
    ],
  ])('has a tab on what has to do with models: %j', (subject, expected) => {
    const { filterFunction } = EntityContentBlueprint.dataRefs;
    const filters = [
      createExtensionTester(entityConnections).get(filterFunction),
      createExtensionTester(entityModelServices).get(filterFunction),
    ];
    expect(filters.map(filter => filter?.(subject))).toEqual([
      expected,
      expected,
    ]);
    expect(isModelEntity(subject)).toBe(expected);
  });
});
