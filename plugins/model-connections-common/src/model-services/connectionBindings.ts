import { conventions } from '../conventions/conventions';
import { DependentVia } from '../schema/openapi';
import { ServiceAccount } from './credentialBinding';
import { InferenceService, Predictor } from './InferenceService';
import { KServeCredentials } from './kserveCredentials';
import { predictorModelOf } from './predictorModel';

/** From the one that brings nothing to the pods to the one that keeps them from being admitted. */
const STRENGTH: readonly DependentVia[] = [
  'annotation',
  'imagePullSecret',
  'storageKey',
  'storageSecretName',
  'serviceAccount',
];

class Bindings extends Map<string, DependentVia> {
  bind(name: string | undefined, via: DependentVia): void {
    if (!name) return;
    const present = this.get(name);
    if (!present || STRENGTH.indexOf(present) < STRENGTH.indexOf(via)) {
      this.set(name, via);
    }
  }
}

/** What of a service's pods decides on credentials; for an LLMInferenceService its first template. */
function podOf(service: InferenceService): Predictor {
  const { spec } = service;
  return service.kind === 'LLMInferenceService'
    ? (spec as { template?: Predictor } | undefined)?.template ?? {}
    : spec?.predictor ?? {};
}

/**
 * The ServiceAccount that the pods of a service run under, of either kind; Kubernetes and KServe take `default` where none
 * is named.
 *
 * @public
 */
export function effectiveServiceAccountName(service: InferenceService): string {
  return podOf(service).serviceAccountName || 'default';
}

/**
 * The Secrets that a ServiceAccount brings to pods, and how.
 *
 * @public
 */
export function secretsOfServiceAccount(
  account: Pick<ServiceAccount, 'secrets' | 'imagePullSecrets'>,
): ReadonlyMap<string, DependentVia> {
  const bindings = new Bindings();
  account.imagePullSecrets?.forEach(({ name }) =>
    bindings.bind(name, 'imagePullSecret'),
  );
  account.secrets?.forEach(({ name }) => bindings.bind(name, 'serviceAccount'));
  return bindings;
}

const annotationsOf = (service: InferenceService) => ({
  ...service.metadata.annotations,
  ...podOf(service).annotations,
});

/**
 * The entry of KServe's storage configuration that a service takes its credentials from; `undefined` for one that does not
 * say `storage.key`.
 *
 * @public
 */
export function storageEntryOf(
  service: InferenceService,
  credentials: KServeCredentials,
): { key: string; secretName: string } | undefined {
  const key = predictorModelOf(service.spec?.predictor)?.model.storage?.key;
  const named = annotationsOf(service)[credentials.secretAnnotation];
  return key ? { key, secretName: named ?? credentials.secretName } : undefined;
}

/**
 * The Secrets that a service of either kind depends on, connections or not, and how; of several ways the one whose loss
 * breaks most. A Secret that an annotation names takes the place of the account's, and pull secrets of the pod take the
 * place of the account's (as KServe 0.20 and Kubernetes do it).
 *
 * @param account - the account that {@link effectiveServiceAccountName} names; absent where it is not there
 * @public
 */
export function secretsOfService(
  service: InferenceService,
  account: Pick<ServiceAccount, 'secrets' | 'imagePullSecrets'> | undefined,
  credentials: KServeCredentials,
): ReadonlyMap<string, DependentVia> {
  const bindings = new Bindings();
  const pod = podOf(service);
  const annotations = annotationsOf(service);
  for (const { serviceAnnotations } of conventions) {
    bindings.bind(annotations[serviceAnnotations.connection], 'annotation');
  }
  const ownPullSecrets = pod.imagePullSecrets ?? [];
  const pullSecrets =
    ownPullSecrets.length > 0 ? ownPullSecrets : account?.imagePullSecrets;
  pullSecrets?.forEach(({ name }) => bindings.bind(name, 'imagePullSecret'));

  const named = annotations[credentials.secretAnnotation];
  const entry = storageEntryOf(service, credentials);
  if (entry) {
    // Entries are called after the connections that they are made from.
    bindings.bind(entry.key, 'storageKey');
    bindings.bind(entry.secretName, 'storageSecretName');
  } else if (named) {
    bindings.bind(named, 'storageSecretName');
  } else {
    account?.secrets?.forEach(({ name }) =>
      bindings.bind(name, 'serviceAccount'),
    );
  }
  return bindings;
}
