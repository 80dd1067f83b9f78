import { expiredRootCa, nextRootCa, rootCa } from '@mooring/test-certificates';
import { readCaCertificates } from './readCaCertificates';
import {
  caLocationOf,
  s3SettingsAnnotations,
  s3SettingsIssues,
  s3SettingsOf,
} from './s3Settings';

describe('certificates', () => {
  it('are read wherever they stand in a text, with what they are called and how long they hold', () => {
    const bundle = `# Example\r\n${rootCa.replaceAll(
      '\n',
      '\r\n',
    )}\n# Another\n${expiredRootCa}`;
    expect(readCaCertificates(bundle)).toEqual({
      // Without what stands around them.
      pem: `${rootCa}${expiredRootCa}`,
      certificates: [
        { subject: 'Example Root CA', notAfter: expect.any(Date) },
        {
          subject: 'Expired Root CA',
          notAfter: new Date('2021-01-01T00:00:00Z'),
        },
      ],
    });
  });

  it.each(['# Contoso Private Root CA', 'subject=CN = Beginners Private CA'])(
    'are read where a name is beside them: %s',
    name => {
      const { pem, problem } = readCaCertificates(`${name}\n${rootCa}`);
      expect(problem).toBeUndefined();
      expect(pem).toBe(rootCa);
    },
  );

  it('are read of what others have stored, whatever is beside them', () => {
    const text = `Private-Lines: 1\nabc\n${rootCa}`;
    expect(readCaCertificates(text, { isStored: true }).pem).toBe(rootCa);
  });

  const lines = rootCa.trim().split('\n');
  const garbled = [lines[0], ...lines.slice(2)].join('\n');
  const key = rootCa.replaceAll('CERTIFICATE', 'EC PRIVATE KEY');
  it.each([
    ['nothing', 'hello', /Is no certificate in PEM form/],
    [
      'a second one that lost a line',
      `${nextRootCa}${garbled}`,
      /2 of 2 cannot be read/,
    ],
    ['what is not base64', rootCa.replace(lines[1], '§§§§'), /1 of 1 cannot/],
    [
      'one that is cut off',
      `${lines.slice(0, -1).join('\n')}\n${nextRootCa}`,
      /1 of 2 is cut off/,
    ],
    [
      'a private key whose first line is damaged, before them',
      `---- BEGIN EC KEY\nabc\n${rootCa}`,
      /around certificate 1 of 1 looks like a private key/,
    ],
    [
      'a private key in another form, between them',
      `${rootCa}Private-Lines: 1\nabc\n${nextRootCa}`,
      /around certificate 1 of 2 looks like a private key/,
    ],
    [
      'a private key as openssl prints it, before them',
      `privateExponent:\n    00:ab\n${rootCa}`,
      /around certificate 1 of 1 looks like a private key/,
    ],
    [
      'the head of a private key, after them',
      `${rootCa}${nextRootCa}-----BEGIN EC PRIVATE KEY----\nabc`,
      /around certificate 2 of 2 looks like a private key/,
    ],
    ['a private key', `${rootCa}${key}`, /Part 2 of 2 is a private key/],
    [
      'a request',
      rootCa.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'),
      /a "CERTIFICATE REQUEST"/,
    ],
  ])('are refused where the text holds %s', (_, text, problem) => {
    expect(readCaCertificates(text)).toEqual({
      certificates: [],
      pem: '',
      problem: expect.stringMatching(problem),
    });
    expect(s3SettingsIssues({ caCertificate: text })).toEqual([
      { field: 's3.caCertificate', message: expect.stringMatching(problem) },
    ]);
  });

  it('have a size that fits a ConfigMap', () => {
    const caCertificate = rootCa.padEnd(1_048_577, '\n');
    expect(s3SettingsIssues({ caCertificate })[0].tooLarge).toBe(true);
    expect(s3SettingsIssues({ caCertificate: rootCa })).toEqual([]);
    expect(s3SettingsIssues({ caCertificate: ' ' })).toEqual([]);
    expect(s3SettingsIssues({ verifyTls: false })).toEqual([]);
  });
});

describe('settings', () => {
  it('come back from the annotations that they lead to', () => {
    const written = {
      verifyTls: false,
      virtualHostedBuckets: true,
      anonymous: true,
    };
    const annotations = s3SettingsAnnotations(written, 'minio');
    expect(annotations).toEqual({
      'serving.kserve.io/s3-verifyssl': '0',
      'serving.kserve.io/s3-usevirtualbucket': 'true',
      'serving.kserve.io/s3-useanoncredential': 'true',
    });
    expect(s3SettingsOf(annotations as Record<string, string>)).toEqual(
      written,
    );
  });

  it('touch only what they name, and take a former file of the certificate out', () => {
    expect(s3SettingsAnnotations({}, 'minio')).toEqual({});
    expect(s3SettingsAnnotations({ caCertificate: rootCa }, 'minio')).toEqual({
      'serving.kserve.io/s3-cabundle-configmap': 'minio-ca',
      'serving.kserve.io/s3-cabundle': null,
    });
    expect(s3SettingsAnnotations({ caCertificate: '' }, 'minio')).toEqual({
      'serving.kserve.io/s3-cabundle-configmap': null,
      'serving.kserve.io/s3-cabundle': null,
    });
  });

  it('are read as KServe does: the annotation before the value, what is absent stays open', () => {
    expect(s3SettingsOf()).toEqual({});
    expect(
      s3SettingsOf(
        { 'serving.kserve.io/s3-verifyssl': 'False' },
        { S3_VERIFY_SSL: '1', S3_USER_VIRTUAL_BUCKET: 'TRUE' },
      ),
    ).toEqual({ verifyTls: false, virtualHostedBuckets: true });
    const named = { 'serving.kserve.io/s3-cabundle-configmap': 'company-ca' };
    expect(s3SettingsOf(named)).toEqual({ caConfigMap: 'company-ca' });
    expect(caLocationOf(named)?.key).toBe('cabundle.crt');
    expect(
      caLocationOf({
        ...named,
        'serving.kserve.io/s3-cabundle': '/etc/ssl/own/root.pem',
      })?.key,
    ).toBe('root.pem');
  });
});
