import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  Connection,
  ConnectionAdopt,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { conventionOfConnection } from '../../codecs/connection/connectionMarks';
import { decodeData } from '../../codecs/connection/decodeConnection';
import { encodeAdoption } from '../../codecs/connection/encodeAdoption';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import { Secret } from '../../kubernetes/KubernetesObject';
import { secretPath } from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';
import { checkName, checkTypeUsable, checkUnmanaged } from './connectionChecks';
import { CertificateContext } from './writeWithCertificate';

/** Secrets that belong to Kubernetes or Helm themselves. */
const OTHER_PURPOSE = new Map([
  ['kubernetes.io/service-account-token', 'the token of a ServiceAccount'],
  ['bootstrap.kubernetes.io/token', 'a bootstrap token'],
  ['helm.sh/release.v1', 'the record of a Helm release'],
]);

function checkPurpose(secret: Secret): void {
  const purpose = OTHER_PURPOSE.get(secret.type ?? '');
  if (purpose) {
    throw new NotAllowedError(
      `The Secret "${secret.metadata.name}" is ${purpose} and cannot be a connection.`,
    );
  }
}

/** Makes an existing Secret a connection by labels and annotations; its data stays untouched. */
export async function adoptConnection(
  ref: ProjectRef & { adopt: ConnectionAdopt },
  { secrets, certificates }: CertificateContext,
  config: ModelConnectionsConfig,
  options: ServiceOptions,
): Promise<Connection> {
  const { cluster, namespace, adopt } = ref;
  checkName(adopt.name);
  // Only for its check of the project's name, before anything is called.
  secretPath(namespace, adopt.name);
  const target = { cluster, namespace, name: adopt.name };
  const { type } = await secrets.readType(cluster, adopt.typeName, options);
  checkTypeUsable(type);
  const { body, date, lastAppliedDropped } = await secrets.readSecret(
    target,
    options,
  );
  checkPurpose(body);
  checkUnmanaged(body, 'Copy its values into a connection of your own.');
  const { read, write } = config.cluster(cluster);
  if (conventionOfConnection(body, read)) {
    throw new ConflictError(
      `The Secret "${adopt.name}" is a connection already.`,
    );
  }
  const patch = encodeAdoption({
    adopt,
    secret: body,
    texts: decodeData(body),
    type,
    convention: write,
    creator: secrets.creator(options),
    now: date,
  });
  const named = await certificates.read(target, body, options);
  const secret = await secrets.patch(target, patch, body, type, options);
  return secrets.describe(
    cluster,
    { secret, convention: write, type, lastAppliedDropped },
    named,
  );
}
