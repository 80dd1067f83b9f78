import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** A certificate and its private key, both PEM. */
export interface KeyPair {
  certificate: string;
  privateKey: string;
}

/** Signs server certificates for this machine. */
export interface CertificateAuthority {
  /** PEM of the CA's own certificate. */
  certificate: string;
  /** A certificate for `127.0.0.1` and `localhost`, and its key. */
  issueServerCertificate(): Promise<KeyPair>;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const validityMs = 30 * 24 * 60 * 60 * 1000;
const clockSkewMs = 60 * 60 * 1000;

/**
 * A certificate authority that lives in memory, for one start of a local
 * cluster; its certificates are valid for 30 days.
 */
export async function createCertificateAuthority(): Promise<CertificateAuthority> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const validity = () => ({
    notBefore: new Date(Date.now() - clockSkewMs),
    notAfter: new Date(Date.now() + validityMs),
  });
  const keys = await generateKeys();
  const subject = 'CN=mooring-local-cluster-ca';
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: subject,
    keys,
    signingAlgorithm: algorithm,
    ...validity(),
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(
        // eslint-disable-next-line no-bitwise
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });

  return {
    certificate: authority.toString('pem'),
    async issueServerCertificate() {
      const serverKeys = await generateKeys();
      const certificate = await x509.X509CertificateGenerator.create({
        subject: 'CN=127.0.0.1',
        issuer: subject,
        publicKey: serverKeys.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        ...validity(),
        extensions: [
          new x509.SubjectAlternativeNameExtension([
            { type: 'ip', value: '127.0.0.1' },
            { type: 'dns', value: 'localhost' },
          ]),
          new x509.ExtendedKeyUsageExtension([
            x509.ExtendedKeyUsage.serverAuth,
          ]),
          await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey),
        ],
      });
      return {
        certificate: certificate.toString('pem'),
        privateKey: await exportKey(serverKeys.privateKey, 'pkcs8'),
      };
    },
  };
}

/** A key pair as PEM, for signing service account tokens. */
export async function createSigningKeys(): Promise<{
  privateKey: string;
  publicKey: string;
}> {
  const keys = await generateKeys();
  return {
    privateKey: await exportKey(keys.privateKey, 'pkcs8'),
    publicKey: await exportKey(keys.publicKey, 'spki'),
  };
}

async function generateKeys(): Promise<CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(algorithm, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
}

async function exportKey(
  key: CryptoKey,
  format: 'pkcs8' | 'spki',
): Promise<string> {
  const label = format === 'pkcs8' ? 'PRIVATE KEY' : 'PUBLIC KEY';
  return x509.PemConverter.encode(
    await webcrypto.subtle.exportKey(format, key),
    label,
  );
}
