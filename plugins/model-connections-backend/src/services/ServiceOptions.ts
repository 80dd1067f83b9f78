import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf a service is called. */
export interface ServiceOptions {
  credentials: BackstageCredentials;
}
