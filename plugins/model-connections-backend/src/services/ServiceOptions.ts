import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ClusterTokens } from '../kubernetes/clusterSignIn';

/** On whose behalf a service is called. */
export interface ServiceOptions {
  credentials: BackstageCredentials;
  /** The person's own tokens for clusters that are used with their own sign-in. */
  clusterTokens?: ClusterTokens;
}
