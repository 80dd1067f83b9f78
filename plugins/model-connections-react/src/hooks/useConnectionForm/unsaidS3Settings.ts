import { S3SettingsWrite } from '@mooring/backstage-plugin-model-connections-common';

/**
 * What holds of how S3 is read where nothing is said of it, unless whoever runs KServe has decided otherwise.
 *
 * @public
 */
export const UNSAID_S3_SETTINGS: Readonly<Required<S3SettingsWrite>> = {
  verifyTls: true,
  virtualHostedBuckets: false,
  anonymous: false,
  caCertificate: '',
};
