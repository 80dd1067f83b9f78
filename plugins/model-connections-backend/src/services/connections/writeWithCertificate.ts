import { randomUUID } from 'node:crypto';
import { isError } from '@backstage/errors';
import {
  CA_BUNDLE_KEY,
  caConfigMapName,
  ConnectionCopy,
  ConnectionRef,
  ownCaConfigMapOf,
  readCaCertificates,
  S3SettingsWrite,
} from '@mooring/backstage-plugin-model-connections-common';
import { SecretPatch } from '../../codecs/connection/encodeConnectionPatch';
import { StoredConnectionType } from '../../codecs/connection-type/connectionTypeCodec';
import { UnprocessableEntityError } from '../../errors/errors';
import { isUncertain } from '../../errors/isUncertain';
import { reasonOf } from '../../errors/reasonOf';
import { ConfigMap, Secret } from '../../kubernetes/KubernetesObject';
import { ServiceOptions } from '../ServiceOptions';
import { takenBack, Undo } from '../takeBack';
import { CaConfigMaps } from './CaConfigMaps';
import { checkCertificateName } from './connectionChecks';
import { ConnectionSecrets } from './ConnectionSecrets';

/** What was written: the Secret, and the version of the ConfigMap with the certificates where that was written as well. */
export interface WrittenConnection {
  secret: Secret;
  caVersion?: string;
  /** What was left although the change is saved, and how to mend that. */
  warnings?: string[];
}

/** What the writes need. */
export interface CertificateContext {
  secrets: ConnectionSecrets;
  certificates: CaConfigMaps;
}

/**
 * The certificates that are to be written, without what stands around them: none where they stay as they are or have a
 * problem, an empty text where they go.
 */
export function certificateOf(
  settings: S3SettingsWrite | undefined,
): string | undefined {
  const text = settings?.caCertificate;
  if (text === undefined || text.trim() === '') return text?.trim();
  return readCaCertificates(text).pem || undefined;
}

/**
 * Creates a connection and the ConfigMap with its certificates: the Secret first, which is to own it, and which is removed
 * again where the ConfigMap cannot be made.
 *
 * @param pem - `undefined` where the connection has none of its own
 */
export async function createWithCertificate(
  cluster: string,
  secret: Secret,
  pem: string | undefined,
  type: StoredConnectionType | undefined,
  { secrets, certificates }: CertificateContext,
  options: ServiceOptions & { dryRun?: boolean },
): Promise<WrittenConnection> {
  const { name, namespace = '' } = secret.metadata;
  const ref = { cluster, namespace, name };
  if (pem) checkCertificateName(name, 'name');
  // Somebody else's is refused while nothing is written; what a deleted connection left is taken up.
  const existing = pem ? await certificates.find(ref, options) : undefined;
  if (!pem) {
    return { secret: await secrets.create(cluster, secret, type, options) };
  }
  let created: Secret;
  try {
    created = await secrets.create(cluster, secret, type, options);
  } catch (error) {
    if (isUncertain(error) && isError(error)) {
      error.message += ` It is open whether the connection "${name}" was made. Where it was, edit it and save the certificate once more: that is not there yet.`;
    }
    throw error;
  }
  try {
    const { metadata } = await certificates.write(ref, created, pem, {
      ...options,
      mark: randomUUID(),
      existing,
    });
    const caVersion = options.dryRun ? undefined : metadata.resourceVersion;
    return { secret: created, caVersion };
  } catch (error) {
    if (options.dryRun) throw error;
    // Whatever came of the ConfigMap goes with its owner.
    throw await takenBack(error, [
      {
        left: `The connection "${name}" could not be removed again and names the ConfigMap "${caConfigMapName(
          name,
        )}", which may be missing: edit it and save the certificate once more, or delete it.`,
        run: () => secrets.delete(ref, { uid: created.metadata.uid }, options),
      },
    ]);
  }
}

/**
 * Changes a connection and the ConfigMap with its certificates: new certificates are there before the Secret names them,
 * former ones go after it does no longer.
 *
 * @param certificate - `undefined` where they stay as they are; an empty text where they go; with the ConfigMap that is there,
 * or the version of the one that goes
 * @param encoded - `undefined` where the Secret stays as it is
 */
export async function patchWithCertificate(
  ref: ConnectionRef,
  secret: Secret,
  certificate:
    | { pem: string; existing?: ConfigMap; version?: string }
    | undefined,
  encoded: SecretPatch | undefined,
  type: StoredConnectionType | undefined,
  { secrets, certificates }: CertificateContext,
  options: ServiceOptions,
): Promise<WrittenConnection> {
  const { pem, existing, version } = certificate ?? {};
  const done: Undo[] = [];
  const configMap = caConfigMapName(ref.name);
  const mark = randomUUID();
  let written = secret;
  let caVersion: string | undefined;
  try {
    if (pem) {
      const undo = {
        left: existing
          ? `The ConfigMap "${configMap}" may hold the new certificate already; save that once more, or the former one.`
          : `The ConfigMap "${configMap}" may be left; it is not used, and saving the certificate once more takes it up.`,
        run: () =>
          certificates.restore(ref, pem, { ...options, mark, existing }),
      };
      try {
        const { metadata } = await certificates.write(ref, secret, pem, {
          ...options,
          mark,
          existing,
        });
        caVersion = metadata.resourceVersion;
      } catch (error) {
        if (isUncertain(error)) done.push(undo);
        throw error;
      }
      done.push(undo);
    }
  } catch (error) {
    throw await takenBack(error, done);
  }
  try {
    if (encoded) {
      written = await secrets.patch(ref, encoded, secret, type, options);
    }
  } catch (error) {
    if (isUncertain(error) && !(await isUnchanged())) {
      // The Secret may name the ConfigMap by now.
      if (isError(error) && done.length > 0) {
        error.message += ` It is open whether the change of "${ref.name}" was saved: look at it again, and save it once more where it was not.`;
      }
      throw error;
    }
    // The change may still be on its way, and would then name a new ConfigMap; unused, it does no harm.
    const isKept = isUncertain(error) && !existing;
    throw await takenBack(error, isKept ? [] : done);
  }
  const warnings: string[] = [];
  if (pem === '') {
    try {
      const { uid } = secret.metadata;
      await certificates.remove(ref, uid, { ...options, version });
    } catch (error) {
      warnings.push(
        `The ConfigMap "${configMap}" with the former certificate may be left: ${reasonOf(
          error,
        )} It is no longer used and goes with the connection; to be rid of it before, remove its key "${CA_BUNDLE_KEY}" with "kubectl edit configmap ${configMap} --namespace ${
          ref.namespace
        }".`,
      );
    }
  }
  return { secret: written, caVersion, warnings };

  async function isUnchanged(): Promise<boolean> {
    const { resourceVersion } = secret.metadata;
    return await secrets.readSecret(ref, options).then(
      ({ body }) => body.metadata.resourceVersion === resourceVersion,
      () => false,
    );
  }
}

/**
 * The certificates that a copy is to have in a ConfigMap of its own; `undefined` where there are none, and where the copy
 * may name the same ConfigMap of somebody else as the original does. Throws `UnprocessableEntityError` where they cannot be
 * read.
 */
export async function certificateToCopy(
  ref: ConnectionRef & { copy: ConnectionCopy },
  source: Secret,
  certificates: CaConfigMaps,
  options: ServiceOptions,
): Promise<string | undefined> {
  const isOwn = ownCaConfigMapOf(source.metadata) !== undefined;
  if (!isOwn && ref.copy.targetNamespace === ref.namespace) return undefined;
  const { caCertificate, caProblem } = await certificates.read(
    ref,
    source,
    options,
  );
  if (caProblem) {
    throw new UnprocessableEntityError(
      `The CA certificate of "${ref.name}" cannot be copied. ${caProblem} Mend that first, or remove the certificate.`,
    );
  }
  return caCertificate;
}
