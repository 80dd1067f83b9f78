import { z } from 'zod';

/**
 * What KServe's own configuration says about credentials, as far as it decides who depends on what.
 *
 * @public
 */
export interface KServeCredentials {
  /** The annotation of a service that names its Secret directly. */
  secretAnnotation: string;
  /** The Secret whose entries `storage.key` names. */
  secretName: string;
  /** What S3 settings are where a Secret says nothing; absent where the configuration could not be read. */
  s3?: Readonly<Record<string, string>>;
}

/**
 * KServe's defaults (0.20).
 *
 * @public
 */
export const defaultKServeCredentials: KServeCredentials = {
  secretAnnotation: 'serving.kserve.io/storageSecretName',
  secretName: 'storage-config',
};

const credentialsSchema = z.object({
  storageSecretNameAnnotation: z.string().min(1).optional(),
  storageSpecSecretName: z.string().min(1).optional(),
  s3: z.record(z.string(), z.string()).optional(),
});

/**
 * Reads `data.credentials` of KServe's ConfigMap `inferenceservice-config`; what is absent or not understood is as KServe
 * has it by default.
 *
 * @public
 */
export function parseKServeCredentials(
  text: string | undefined,
): KServeCredentials {
  try {
    const parsed = credentialsSchema.parse(JSON.parse(text ?? '{}'));
    const { secretAnnotation, secretName } = defaultKServeCredentials;
    return {
      secretAnnotation: parsed.storageSecretNameAnnotation ?? secretAnnotation,
      secretName: parsed.storageSpecSecretName ?? secretName,
      s3: parsed.s3 ?? {},
    };
  } catch {
    return defaultKServeCredentials;
  }
}
