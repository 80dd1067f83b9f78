import { AsnParser } from '@peculiar/asn1-schema';
import { Certificate, Name } from '@peculiar/asn1-x509';

/**
 * A certificate, as far as people are told of it.
 *
 * @public
 */
export interface CaCertificate {
  /** The common name, or what else it is called. */
  subject: string;
  notAfter: Date;
}

/**
 * The outcome of {@link readCaCertificates}.
 *
 * @public
 */
export interface ReadCaCertificates {
  /** In order; empty where there is a problem. */
  certificates: CaCertificate[];
  /** The certificates alone, without what stands around them; empty where there is a problem. */
  pem: string;
  /** Why the text cannot be used, and which part of it. */
  problem?: string;
}

const BEGIN = /-----BEGIN ([^-\r\n]*)-----/g;
const END = '-----END CERTIFICATE-----';
/** Of text around certificates: keys in other forms than PEM, and PEM whose first line is damaged. No word of a name alone. */
const LIKE_A_KEY =
  /PRIVATE[-_ ]?(?:KEY|EXPONENT|LINES|MAC)|-\s*BEGIN|BEGIN [^\n]*--/i;
/** Of common name, organisational unit and organisation, the first that a name has. */
const NAME_PARTS = ['2.5.4.3', '2.5.4.11', '2.5.4.10'];

function nameOf(subject: Name): string {
  const parts = [...subject].flatMap(set => [...set]);
  const found = NAME_PARTS.map(oid => parts.find(({ type }) => type === oid));
  return found.find(Boolean)?.value.toString() ?? '–';
}

function parseCertificate(base64: string): CaCertificate {
  const bytes = Uint8Array.from(atob(base64), character =>
    character.charCodeAt(0),
  );
  const { tbsCertificate } = AsnParser.parse(bytes, Certificate);
  const notAfter = tbsCertificate.validity.notAfter.getTime();
  if (Number.isNaN(notAfter.getTime())) throw new Error('no time');
  return { subject: nameOf(tbsCertificate.subject), notAfter };
}

function encodeCertificate(base64: string): string {
  // RFC 7468 has 64 characters to a line.
  const lines = base64.match(/.{1,64}/g) ?? [];
  return [
    '-----BEGIN CERTIFICATE-----',
    ...lines,
    '-----END CERTIFICATE-----',
    '',
  ].join('\n');
}

/**
 * Reads the certificates of a PEM text; what stands around them, such as names, does not count and is left out of `pem`.
 * What is or may be a private key is refused, wherever it stands: the text is kept where it is no secret. Never throws.
 *
 * @param options.isStored - of a text that others have stored: what stands around its certificates is as it is
 * @public
 */
export function readCaCertificates(
  text: string,
  options: { isStored?: boolean } = {},
): ReadCaCertificates {
  const begins = [...text.matchAll(BEGIN)];
  const certificates: CaCertificate[] = [];
  let pem = '';
  const refused = (problem: string) => ({ certificates: [], pem: '', problem });
  if (begins.length === 0) {
    return refused(
      'Is no certificate in PEM form: it has no "-----BEGIN CERTIFICATE-----".',
    );
  }
  for (const [index, begin] of begins.entries()) {
    const which = `${index + 1} of ${begins.length}`;
    const [line, label] = begin;
    if (label !== 'CERTIFICATE') {
      return refused(
        label.includes('PRIVATE KEY')
          ? `Part ${which} is a private key. Leave it out, and use the certificates alone.`
          : `Part ${which} is a "${label}". Only certificates can be used.`,
      );
    }
    const rest = text.slice(
      begin.index + line.length,
      begins[index + 1]?.index,
    );
    const end = rest.indexOf(END);
    if (end < 0) {
      return refused(
        `Certificate ${which} is cut off: it has no "-----END CERTIFICATE-----".`,
      );
    }
    try {
      const base64 = rest.slice(0, end).replace(/\s/g, '');
      certificates.push(parseCertificate(base64));
      pem += encodeCertificate(base64);
    } catch {
      return refused(
        `Certificate ${which} cannot be read. Copy it again from where it came.`,
      );
    }
    const around =
      (index === 0 ? text.slice(0, begin.index) : '') +
      rest.slice(end + END.length);
    if (!options.isStored && LIKE_A_KEY.test(around)) {
      return refused(
        `The text around certificate ${which} looks like a private key, or a part that was cut off. Leave it out, and use the certificates alone.`,
      );
    }
  }
  return { certificates, pem };
}
