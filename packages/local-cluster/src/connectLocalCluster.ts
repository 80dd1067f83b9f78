import { applyManifests } from './client/applyManifests';
import { createClusterClient } from './client/createClusterClient';
import { readAuditLog } from './client/readAuditLog';
import { LocalCluster } from './LocalCluster';

const variable = 'MOORING_LOCAL_CLUSTER';

/**
 * The environment that hands a cluster to a child process, where
 * {@link connectLocalCluster} takes it up. It holds the tokens and
 * the key of the server's certificate.
 */
export function toEnvironment(cluster: LocalCluster): Record<string, string> {
  const {
    kind,
    kserve,
    title,
    url,
    caData,
    tokens,
    servingCertificate,
    auditLogFile,
  } = cluster;
  return {
    [variable]: JSON.stringify({
      kind,
      kserve,
      title,
      url,
      caData,
      tokens,
      servingCertificate,
      auditLogFile,
    }),
  };
}

/**
 * The cluster that another process started and handed over in the environment
 * variable `MOORING_LOCAL_CLUSTER`; `stop()` of it does nothing.
 *
 * @returns undefined when the variable is not set
 * @throws SyntaxError when it is not JSON
 */
export function connectLocalCluster(
  env: NodeJS.ProcessEnv = process.env,
): LocalCluster | undefined {
  const handedOver = env[variable];
  if (!handedOver) {
    return undefined;
  }
  const {
    kind,
    kserve,
    title,
    url,
    caData,
    tokens,
    servingCertificate,
    auditLogFile,
  } = JSON.parse(handedOver);
  const client = createClusterClient({ url, caData, token: tokens.admin });
  return {
    kind,
    kserve,
    title,
    url,
    caData,
    tokens,
    servingCertificate,
    request: client.request,
    apply: manifests => applyManifests(client.request, manifests),
    ...(auditLogFile && {
      auditLogFile,
      auditLog: (containing?: string) => readAuditLog(auditLogFile, containing),
    }),
    stop: async () => client.close(),
  };
}
