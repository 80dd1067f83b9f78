import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { connectionTypeFixture } from '../../__testUtils__/connectionTypeFixture';
import { ConnectionTypeChooser } from './ConnectionTypeChooser';

const types = [
  connectionTypeFixture({
    name: 'ct-s3',
    displayName: 'S3 storage',
    description: 'Any bucket',
    categories: ['Object storage'],
    protocols: ['s3'],
    preinstalled: true,
  }),
  connectionTypeFixture({
    name: 'ct-oci',
    displayName: 'OCI registry',
    categories: ['Registry'],
  }),
  connectionTypeFixture({ name: 'ct-off', enabled: false }),
  connectionTypeFixture({ name: 'ct-bad', invalid: 'Does not parse.' }),
];

function Harness() {
  const [value, setValue] = useState<string | undefined>();
  return (
    <ConnectionTypeChooser
      types={types}
      value={value}
      onChange={type => setValue(type.name)}
    />
  );
}
const names = () =>
  screen.getAllByRole('radio').map(r => (r as HTMLInputElement).value);

describe('ConnectionTypeChooser', () => {
  it('offers what can be chosen and says how many types are hidden', async () => {
    renderInTestApp(<Harness />);
    await screen.findByRole('radiogroup', { name: 'Connection type' });
    expect(names()).toEqual(['ct-s3', 'ct-oci']);
    expect(
      screen.getByText(/2 types that are disabled or invalid are hidden/),
    ).toBeInTheDocument();
  });

  it('is searched and filtered, and keeps the chosen one in sight', async () => {
    const user = userEvent.setup();
    renderInTestApp(<Harness />);
    await user.type(
      await screen.findByRole('searchbox', { name: 'Search types' }),
      'bucket',
    );
    expect(names()).toEqual(['ct-s3']);
    await user.click(screen.getByRole('radio', { name: /S3 storage/ }));
    await user.clear(screen.getByRole('searchbox'));
    await user.click(screen.getByRole('button', { name: 'Registry' }));
    expect(names()).toEqual(['ct-s3', 'ct-oci']);
    expect(screen.getByRole('radio', { name: /S3 storage/ })).toBeChecked();
  });

  it('begins with the types that most people want, the others follow by name', async () => {
    const made = (name: string, protocol: string, preinstalled = true) =>
      connectionTypeFixture({
        name,
        protocols: [protocol] as ConnectionType['protocols'],
        preinstalled,
      });
    renderInTestApp(
      <ConnectionTypeChooser
        types={[
          made('azure', 'azure'),
          made('another-s3', 's3', false),
          made('uri', 'uri'),
          made('oci', 'oci'),
          made('s3', 's3'),
        ]}
        onChange={() => {}}
      />,
    );
    await screen.findByRole('radiogroup');
    expect(names()).toEqual(['s3', 'oci', 'uri', 'another-s3', 'azure']);
  });

  it('says when nothing matches', async () => {
    const user = userEvent.setup();
    renderInTestApp(<Harness />);
    await user.type(await screen.findByRole('searchbox'), 'zebra');
    expect(screen.getByRole('status')).toHaveTextContent('No type matches');
  });
});
