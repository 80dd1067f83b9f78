import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  builtInConnectionTypes,
  ConnectionCreate,
  ConnectionType,
  ConnectionTypeField,
} from '@mooring/backstage-plugin-model-connections-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useConnectionForm } from '../../hooks';
import { expiredRootCa, rootCa } from '@mooring/test-certificates';
import {
  connectionTypeFixture,
  everyField,
} from '../../__testUtils__/connectionTypeFixture';
import { ConnectionForm } from './ConnectionForm';

const every = connectionTypeFixture({
  name: 'ct-every',
  displayName: 'Every field',
  fields: everyField,
});
const s3 = connectionTypeFixture({
  name: 'ct-s3-storage',
  displayName: 'S3 storage',
  fields: builtInConnectionTypes[0].fields as ConnectionTypeField[],
});

/** As `ResponseError.fromResponse` makes it of Backstage's error body. */
function refusal(statusCode: number, details?: unknown): Error {
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
    body: { error: { name: 'Error', message: 'Refused.', details } },
  });
}

function Harness(props: {
  types: ConnectionType[];
  onSubmit?(connection: ConnectionCreate | undefined): Error | void;
}) {
  const form = useConnectionForm();
  return (
    <>
      {props.types.map(type => (
        <button key={type.name} onClick={() => form.selectType(type)}>
          {type.name}
        </button>
      ))}
      <ConnectionForm
        id="form"
        form={form}
        onSubmit={() => {
          const error = props.onSubmit?.(form.submit());
          if (error) form.applyServerError(error);
        }}
      />
      <button type="submit" form="form">
        Create
      </button>
    </>
  );
}

async function setUp(
  types: ConnectionType[] = [every],
  onSubmit: (c: ConnectionCreate | undefined) => Error | void = () => {},
) {
  const user = userEvent.setup();
  renderInTestApp(<Harness types={types} onSubmit={onSubmit} />);
  await user.click(await screen.findByRole('button', { name: types[0].name }));
  return user;
}
const create = () => screen.getByRole('button', { name: 'Create' });
const input = (name: RegExp) => screen.getByRole('textbox', { name });
const password = () =>
  screen.getByLabelText(/^Password/, { selector: 'input' });

// `toBeInvalid` would also count an empty required input that nobody complained about yet.
const expectWrong = (element: HTMLElement) =>
  expect(element).toHaveAttribute('aria-invalid', 'true');
const expectRight = (element: HTMLElement) =>
  expect(element).toHaveAttribute('aria-invalid', 'false');

describe('ConnectionForm', () => {
  it('renders the sections and every kind of field, and gives the values in their own types', async () => {
    const onSubmit = jest.fn();
    const user = await setUp([every], onSubmit);

    expect(screen.getByRole('region', { name: 'Server' })).toHaveTextContent(
      'Where it answers',
    );
    await user.type(input(/Display name/), 'My database');
    await user.type(input(/Host/), 'db');
    await user.clear(input(/Port/));
    await user.type(input(/Port/), '6543');
    await user.type(input(/Proxy/), 'https://proxy');
    await user.type(input(/Notes/), 'one{enter}two');
    await user.click(screen.getByRole('checkbox', { name: 'Use the pooler' }));
    await user.type(password(), 'secret');
    await user.click(screen.getByRole('button', { name: /Mode/ }));
    await user.click(screen.getByRole('option', { name: 'Loose' }));
    const rights = screen.getByRole('group', { name: 'Rights' });
    await user.click(within(rights).getByRole('checkbox', { name: 'Write' }));
    await user.click(within(rights).getByRole('checkbox', { name: 'Read' }));
    await user.click(create());

    expect(onSubmit).toHaveBeenCalledWith({
      name: 'my-database',
      displayName: 'My database',
      typeName: 'ct-every',
      values: {
        HOST: 'db',
        PORT: 6543,
        PROXY: 'https://proxy',
        NOTES: 'one\ntwo',
        POOL: true,
        PASSWORD: 'secret',
        MODE: 'loose',
        RIGHTS: ['r', 'w'],
        REGION: 'eu-1',
      },
    });
  });

  it('shows a fixed field as text', async () => {
    await setUp();
    expect(screen.getByRole('group', { name: 'Region' })).toHaveTextContent(
      'eu-1',
    );
    expect(screen.queryByRole('textbox', { name: /Region/ })).toBeNull();
  });

  it('lets the resource name follow the display name until it is edited by hand', async () => {
    const user = await setUp();
    await user.type(input(/Display name/), 'MinIO Modèles');
    expect(input(/Resource name/)).toHaveValue('minio-modeles');
    expect(input(/Resource name/)).toHaveAccessibleDescription(
      /Follows the display name/,
    );

    await user.type(input(/Resource name/), '_');
    expectWrong(input(/Resource name/));
    await user.clear(input(/Resource name/));
    await user.type(input(/Resource name/), 'own');
    await user.type(input(/Display name/), ' 2');
    expect(input(/Resource name/)).toHaveValue('own');

    await user.click(
      screen.getByRole('button', { name: 'Follow the display name again' }),
    );
    expect(input(/Resource name/)).toHaveValue('minio-modeles-2');
  });

  it('says when no resource name can be made from the display name', async () => {
    const user = await setUp([every]);
    await user.type(input(/Display name/), '模型仓库');
    expectWrong(input(/Resource name/));
    expect(input(/Resource name/)).toHaveAccessibleDescription(
      /^No resource name can be made from this display name\. Type one/,
    );
    expect(input(/Resource name/)).not.toHaveAccessibleDescription(/Follows/);
    await user.type(input(/Resource name/), 'models');
    expectRight(input(/Resource name/));
  });

  it('shows an error once a field was left, and all of them on submit, with the focus in the first', async () => {
    const onSubmit = jest.fn();
    const user = await setUp([every], onSubmit);
    expectRight(input(/Host/));
    await user.click(input(/Host/));
    await user.tab();
    expectWrong(input(/Host/));
    expect(input(/Host/)).toHaveAccessibleDescription(
      /Is required\..*Without port/,
    );
    expectRight(password());

    await user.click(input(/Display name/));
    await user.tab();
    expectRight(input(/Display name/));
    await user.type(input(/Display name/), 'A');
    await user.click(create());
    expect(onSubmit).toHaveBeenCalledWith(undefined);
    expectWrong(password());
    await waitFor(() => expect(input(/Host/)).toHaveFocus());

    await user.clear(input(/Port/));
    await user.type(input(/Port/), '70000');
    expect(input(/Port/)).toHaveAccessibleDescription(/at most 65535/);
    await user.clear(input(/Port/));
    await user.type(input(/Port/), 'x');
    expect(input(/Port/)).toHaveAccessibleDescription(/Must be a number/);
  });

  it('masks a hidden value, reveals it on demand and doubts a trailing space without blocking', async () => {
    const onSubmit = jest.fn();
    const user = await setUp([every], onSubmit);
    await user.type(input(/Display name/), 'A');
    await user.type(input(/Host/), 'db');
    await user.type(password(), 'secret ');
    expect(password()).toHaveAttribute('type', 'password');
    expect(password()).toHaveAccessibleDescription(
      'Ends with a space, usually from pasting',
    );
    expectRight(password());

    await user.click(screen.getByRole('button', { name: 'Show Password' }));
    expect(password()).toHaveAttribute('type', 'text');
    await user.click(screen.getByRole('button', { name: 'Hide Password' }));
    expect(password()).toHaveAttribute('type', 'password');

    await user.click(create());
    expect(onSubmit.mock.calls[0][0].values.PASSWORD).toBe('secret ');
  });

  describe('a file', () => {
    const give = (name: string, content: BlobPart) =>
      fireEvent.drop(screen.getByTestId('ca.pem-drop'), {
        dataTransfer: { files: [new File([content], name)] },
      });
    const field = () => screen.getByRole('group', { name: 'Certificate' });

    it('is refused by name when it is no UTF-8 text, has another extension or is too large', async () => {
      await setUp();
      give('binary.pem', new Uint8Array([0xff, 0xfe, 0x00]));
      await waitFor(() =>
        expect(field()).toHaveAccessibleDescription(
          /binary\.pem is not UTF-8 text/,
        ),
      );
      give('none.pem', '');
      await waitFor(() =>
        expect(field()).toHaveAccessibleDescription(/none\.pem is empty/),
      );
      give('notes.txt', 'x');
      await waitFor(() =>
        expect(field()).toHaveAccessibleDescription(
          /notes\.txt does not end with \.pem/,
        ),
      );
      give('big.pem', 'x'.repeat(1_048_577));
      await waitFor(() =>
        expect(field()).toHaveAccessibleDescription(
          /big\.pem has 1 MiB; 1 MiB is the most/,
        ),
      );
    });

    it('is taken by drop, by the button and by pasting, and says what room is left', async () => {
      const user = await setUp();
      expect(field()).toHaveAccessibleDescription(/1 MiB of 1 MiB left/);
      give('ca.pem', 'x'.repeat(2048));
      expect(await screen.findByText('ca.pem · 2 KiB')).toBeInTheDocument();
      expect(field()).toHaveAccessibleDescription(/1022 KiB of 1 MiB left/);

      await user.click(
        screen.getByRole('button', {
          name: 'Remove the content of Certificate',
        }),
      );
      expect(
        screen.getByRole('button', { name: 'Choose file: Certificate' }),
      ).toHaveFocus();
      await user.click(screen.getByRole('button', { name: 'Paste text' }));
      await user.click(
        screen.getByRole('textbox', { name: 'Content of Certificate' }),
      );
      await user.paste('pem');
      await user.tab();
      expect(screen.getByText('Pasted text · 3 B')).toBeInTheDocument();

      await user.click(
        screen.getByRole('button', {
          name: 'Remove the content of Certificate',
        }),
      );
      await user.upload(
        field().querySelector('input[type=file]') as HTMLInputElement,
        new File(['abcd'], 'other.pem'),
      );
      expect(await screen.findByText('other.pem · 4 B')).toBeInTheDocument();
    });
  });

  it('keeps what was typed when another type is looked at', async () => {
    const user = await setUp([every, s3]);
    await user.type(input(/Display name/), 'Kept');
    await user.type(input(/Host/), 'db');
    await user.click(screen.getByRole('button', { name: 'ct-s3-storage' }));
    expect(screen.queryByRole('textbox', { name: /Host/ })).toBeNull();
    await user.type(input(/Bucket/), 'models');
    await user.click(screen.getByRole('button', { name: 'ct-every' }));
    expect(input(/Host/)).toHaveValue('db');
    expect(input(/Display name/)).toHaveValue('Kept');
    await user.click(screen.getByRole('button', { name: 'ct-s3-storage' }));
    expect(input(/Bucket/)).toHaveValue('models');
  });

  it("puts a server's refusal to the fields it names, until they change", async () => {
    const user = await setUp([every], () =>
      refusal(400, [
        { field: '/values/HOST', message: 'Is not allowed here.' },
        { field: 'displayName', message: 'Is too long.' },
        { field: 'values', message: 'Are too much together.' },
      ]),
    );
    await user.type(input(/Host/), 'db');
    await user.click(create());
    expect(input(/Host/)).toHaveAccessibleDescription(/Is not allowed here/);
    expect(input(/Display name/)).toHaveAccessibleDescription(/Is too long/);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Are too much together.',
    );
    await user.type(input(/Host/), '2');
    expectRight(input(/Host/));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('marks the resource name when it is taken', async () => {
    const user = await setUp([every], () => refusal(409));
    await user.type(input(/Display name/), 'Taken');
    await user.click(create());
    expect(input(/Resource name/)).toHaveAccessibleDescription(
      /Something named "taken" is already in this project/,
    );
    await user.type(input(/Display name/), ' not');
    expectRight(input(/Resource name/));
  });

  it('marks the resource name when it is taken, even where a value is called "name"', async () => {
    const named = connectionTypeFixture({
      name: 'ct-named',
      fields: [
        { type: 'short-text', name: 'Model', envVar: 'name', properties: {} },
      ],
    });
    const user = await setUp([named], () =>
      refusal(409, [{ field: 'name', message: 'Is taken.' }]),
    );
    await user.type(input(/Display name/), 'Taken');
    await user.click(create());
    expect(input(/Resource name/)).toHaveAccessibleDescription(/already in/);
    expectRight(input(/Model/));
  });

  describe('how S3 is read', () => {
    const advanced = () => screen.getByRole('button', { name: 'Advanced' });
    const paste = async (text: string) => {
      const user = userEvent.setup();
      await user.click(screen.getByRole('button', { name: 'Paste text' }));
      await user.click(
        screen.getByRole('textbox', { name: 'Content of CA certificate' }),
      );
      await user.paste(text);
      await user.tab();
    };
    async function open(onSubmit?: (c: ConnectionCreate | undefined) => Error) {
      await renderInTestApp(
        <Harness types={[s3, every]} onSubmit={onSubmit} />,
      );
      fireEvent.click(screen.getByText('ct-s3-storage'));
    }

    it('is for types that serve S3 alone, and closed at first', async () => {
      await open();
      expect(advanced()).toHaveAttribute('aria-expanded', 'false');
      expect(screen.queryByRole('checkbox')).toBeNull();
      fireEvent.click(screen.getByText('ct-every'));
      expect(screen.queryByRole('button', { name: 'Advanced' })).toBeNull();
    });

    it('tells what is wrong with a certificate, what it is called, and that it is over', async () => {
      await open();
      fireEvent.click(advanced());
      await paste(`${rootCa}-----BEGIN CERTIFICATE-----`);
      const group = () => screen.getByRole('group', { name: 'CA certificate' });
      expect(group()).toHaveTextContent('Certificate 2 of 2 is cut off');
      fireEvent.click(
        screen.getByRole('button', {
          name: 'Remove the content of CA certificate',
        }),
      );
      await paste(`${rootCa}${expiredRootCa}`);
      expect(group()).toHaveTextContent('Pasted text');
      expect(group()).toHaveTextContent(/Example Root CA is good until .*2126/);
      expect(group()).toHaveTextContent(
        /Expired Root CA expired on .*202[01]\. Downloads/,
      );
    });

    it('can be cleared by keyboard, and the focus stays in its place', async () => {
      await open();
      fireEvent.click(advanced());
      await paste(rootCa);
      const user = userEvent.setup();
      screen.getByRole('button', { name: /Remove the content/ }).focus();
      await user.keyboard('{Enter}');
      const choose = screen.getByRole('button', { name: /Choose file: CA/ });
      expect(choose).toHaveFocus();
    });

    it('opens with the focus on what the server refused', async () => {
      await open(() =>
        refusal(422, [{ field: 's3.caCertificate', message: 'Is theirs.' }]),
      );
      for (const name of [/Display name/, /Access key/, /Secret key/]) {
        const field = screen.getByLabelText(name, { selector: 'input' });
        fireEvent.change(field, { target: { value: 'a' } });
      }
      fireEvent.submit(document.getElementById('form')!);
      expect(await screen.findByText('Is theirs.')).toBeInTheDocument();
      expect(advanced()).toHaveAttribute('aria-expanded', 'true');
      await waitFor(() =>
        expect(
          screen.getByRole('button', { name: /Choose file: CA certificate/ }),
        ).toHaveFocus(),
      );
    });
  });
});
