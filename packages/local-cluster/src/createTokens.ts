import { randomBytes } from 'node:crypto';
import { LocalClusterTokens } from './LocalCluster';

/** Random bearer tokens for everybody whom a local cluster knows. */
export function createTokens(): LocalClusterTokens {
  const token = () => randomBytes(24).toString('hex');
  return { admin: token(), backstage: token(), alice: token(), bob: token() };
}
