import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import {
  KubernetesAuthProvidersApi,
  kubernetesAuthProvidersApiRef,
} from '@backstage/plugin-kubernetes-react';
import { ModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsApiRef } from '../../api';
import { ClusterSignIns } from './ClusterSignIns';
import { withClusterTokens } from './withClusterTokens';

interface SigningInApi {
  api: ModelConnectionsApi;
  signIns: ClusterSignIns;
}

/** One for all components, so that they ask the person once, and hooks may depend on it. */
const made = new WeakMap<
  ModelConnectionsApi,
  SigningInApi & { authProviders?: KubernetesAuthProvidersApi }
>();

/** The API with the person's tokens, and the sign-ins behind it. A portal need not have the Kubernetes frontend plugin. */
export function useSigningInApi(): SigningInApi {
  const plain = useApi(modelConnectionsApiRef);
  const authProviders = useApiHolder().get(kubernetesAuthProvidersApiRef);
  const known = made.get(plain);
  if (known && known.authProviders === authProviders) {
    return known;
  }
  const signIns = new ClusterSignIns(authProviders, () => plain.listClusters());
  const api = withClusterTokens(plain, signIns);
  const entry = { api, signIns, authProviders };
  made.set(plain, entry);
  return entry;
}
