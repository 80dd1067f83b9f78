import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tokenTypes } from '@backstage/plugin-auth-node';

const KEY_ID = 'test';

/** The keys that a portal signs its people's tokens with. */
export interface TokenKeys {
  /** What is under `auth.keyStore` in config. */
  config: object;
  /** A token of this portal again, signed by the portal's own key, with other claims. */
  signAgain(token: string, claims: object): string;
}

const decode = (part: string) =>
  JSON.parse(Buffer.from(part, 'base64url').toString());

const encode = (part: object) =>
  Buffer.from(JSON.stringify(part)).toString('base64url');

/** The three parts of a JSON Web Token. */
function signed(header: object, payload: object, key: KeyObject): string[] {
  const parts = [encode(header), encode(payload)];
  const signature = sign('sha256', Buffer.from(parts.join('.')), {
    key,
    // As JSON Web Signatures want it, not in DER.
    dsaEncoding: 'ieee-p1363',
  });
  return [...parts, signature.toString('base64url')];
}

/** Makes keys and leaves them in a directory, where the portal reads them. */
export async function createTokenKeys(directory: string): Promise<TokenKeys> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const write = async (
    name: string,
    key: KeyObject,
    type: 'spki' | 'pkcs8',
  ) => {
    const file = path.join(directory, name);
    await writeFile(file, key.export({ format: 'pem', type }));
    return file;
  };
  return {
    config: {
      provider: 'static',
      static: {
        keys: [
          {
            keyId: KEY_ID,
            publicKeyFile: await write('token.pub', publicKey, 'spki'),
            privateKeyFile: await write('token.key', privateKey, 'pkcs8'),
          },
        ],
      },
    },
    signAgain(token, claims) {
      const [header, payload] = token.split('.').slice(0, 2).map(decode);
      const { sub, iat, exp } = { ...payload, ...claims };
      // Within it, the proof that stands for the person when plugins call each other.
      const limited = { ...header, typ: tokenTypes.limitedUser.typParam };
      const [, , uip] = signed(limited, { sub, iat, exp }, privateKey);
      return signed(header, { ...payload, ...claims, uip }, privateKey).join(
        '.',
      );
    },
  };
}
