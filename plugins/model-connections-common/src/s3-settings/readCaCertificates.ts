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
  /** Why the text cannot be used, and which part of it. */
  problem?: string;
}

const BEGIN = /-----BEGIN ([^-\r\n]*)-----/g;
/** Of common name, organisational unit and organisation, the first that a name has. */
const NAME_PARTS = ['2.5.4.3', '2.5.4.11', '2.5.4.10'];

function nameOf(subject: Name): string {
  const parts = [...subject].flatMap(set => [...set]);
  const found = NAME_PARTS.map(oid => parts.find(({ type }) => type === oid));
  return found.find(Boolean)?.value.toString() ?? '–';
}

function parseCertificate(base64: string): CaCertificate {
  const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), character =>
    character.charCodeAt(0),
  );
  const { tbsCertificate } = AsnParser.parse(bytes, Certificate);
  const notAfter = tbsCertificate.validity.notAfter.getTime();
  if (Number.isNaN(notAfter.getTime())) throw new Error('no time');
  return { subject: nameOf(tbsCertificate.subject), notAfter };
}

/**
 * Reads the certificates of a PEM text; what stands around them, such as names, does not count. Anything else in it is
 * refused, a private key before all: the text is kept where it is no secret. Never throws.
 *
 * @public
 */
export function readCaCertificates(pem: string): ReadCaCertificates {
  const begins = [...pem.matchAll(BEGIN)];
  const certificates: CaCertificate[] = [];
  const refused = (problem: string) => ({ certificates: [], problem });
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
    const rest = pem.slice(begin.index + line.length, begins[index + 1]?.index);
    const end = rest.indexOf('-----END CERTIFICATE-----');
    if (end < 0) {
      return refused(
        `Certificate ${which} is cut off: it has no "-----END CERTIFICATE-----".`,
      );
    }
    try {
      certificates.push(parseCertificate(rest.slice(0, end)));
    } catch {
      return refused(
        `Certificate ${which} cannot be read. Copy it again from where it came.`,
      );
    }
  }
  return { certificates };
}
