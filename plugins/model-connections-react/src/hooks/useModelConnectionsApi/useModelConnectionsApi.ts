import { ModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-common';
import { useSigningInApi } from './useSigningInApi';

/**
 * The API for components: like `useApi(modelConnectionsApiRef)`, and each call on a cluster that is used with the person's
 * own sign-in carries their token. Where that sign-in fails or is missing the call throws the server's 401; see
 * {@link useClusterSignIn}. It stays the same between renders.
 *
 * @public
 */
export function useModelConnectionsApi(): ModelConnectionsApi {
  return useSigningInApi().api;
}
