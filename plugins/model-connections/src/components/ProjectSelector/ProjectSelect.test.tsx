import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Loaded } from '../../hooks/useLoaded';
import { NamespaceList } from '@mooring/backstage-plugin-model-connections-common';
import { ProjectSelect } from './ProjectSelect';

const items = [{ name: 'team-a' }, { name: 'team-b' }];

describe('ProjectSelect', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each<[string, string | undefined, Loaded<NamespaceList>]>([
    ['is still loading', 'team-a', { status: 'loading', retry() {} }],
    ['is not there', 'gone', { status: 'ready', value: { items }, retry() {} }],
    [
      'is not chosen',
      undefined,
      { status: 'ready', value: { items }, retry() {} },
    ],
  ])(
    'shows a project that %s without complaint, and does not offer it',
    async (_what, value, namespaces) => {
      const warn = jest.spyOn(console, 'warn');
      renderInTestApp(
        <ProjectSelect
          withAll
          namespaces={namespaces}
          value={value}
          onChange={() => {}}
        />,
      );
      const input = await screen.findByRole('textbox', { name: /Project/ });
      expect(input).toHaveValue(value ?? '');
      await userEvent.click(input);
      expect(
        screen.getAllByRole('option').map(option => option.textContent),
      ).toEqual([
        'All projects',
        ...(namespaces.value?.items ?? []).map(({ name }) => name),
      ]);
      expect(warn.mock.calls.flat().join()).not.toMatch(/Autocomplete/);
    },
  );
});
