import { AuthService } from '@backstage/backend-plugin-api';
import {
  ModelConnectionsApi,
  ModelConnectionsRequestOptions,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ModelConnectionsService,
  ModelConnectionsServiceOptions,
} from './ModelConnectionsService';

/** Makes the service from the REST client: for each call it gets a token on behalf of the credentials. */
export function createModelConnectionsService({
  auth,
  api,
}: {
  auth: AuthService;
  api: ModelConnectionsApi;
}): ModelConnectionsService {
  const onBehalfOf = async ({
    credentials,
    clusterTokens,
  }: ModelConnectionsServiceOptions) => ({
    ...(await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'model-connections',
    })),
    clusterTokens,
  });

  const withToken =
    <Ref, Answer>(
      method: (
        this: ModelConnectionsApi,
        ref: Ref,
        options: ModelConnectionsRequestOptions,
      ) => Promise<Answer>,
    ) =>
    async (ref: Ref, options: ModelConnectionsServiceOptions) =>
      await method.call(api, ref, await onBehalfOf(options));

  return {
    listClusters: async options =>
      await api.listClusters(await onBehalfOf(options)),
    listNamespaces: withToken(api.listNamespaces),
    listConnectionTypes: withToken(api.listConnectionTypes),
    getConnectionType: withToken(api.getConnectionType),
    createConnectionType: withToken(api.createConnectionType),
    replaceConnectionType: withToken(api.replaceConnectionType),
    enableConnectionType: withToken(api.enableConnectionType),
    deleteConnectionType: withToken(api.deleteConnectionType),
    installConnectionTypes: withToken(api.installConnectionTypes),
    listConnections: withToken(api.listConnections),
    getConnection: withToken(api.getConnection),
    createConnection: withToken(api.createConnection),
    getConnectionManifest: withToken(api.getConnectionManifest),
    patchConnection: withToken(api.patchConnection),
    adoptConnection: withToken(api.adoptConnection),
    copyConnection: withToken(api.copyConnection),
    deleteConnection: withToken(api.deleteConnection),
    listConnectionUses: withToken(api.listConnectionUses),
    listConnectionDependents: withToken(api.listConnectionDependents),
    applyConnectionToDependents: withToken(api.applyConnectionToDependents),
    listModelServices: withToken(api.listModelServices),
    getModelService: withToken(api.getModelService),
    getModelServiceManifest: withToken(api.getModelServiceManifest),
    createModelService: withToken(api.createModelService),
    dryRunCreateModelService: withToken(api.dryRunCreateModelService),
    previewModelService: withToken(api.previewModelService),
    replaceModelService: withToken(api.replaceModelService),
    dryRunReplaceModelService: withToken(api.dryRunReplaceModelService),
    applyModelService: withToken(api.applyModelService),
    dryRunApplyModelService: withToken(api.dryRunApplyModelService),
    restartModelService: withToken(api.restartModelService),
    stopModelService: withToken(api.stopModelService),
    startModelService: withToken(api.startModelService),
    deleteModelService: withToken(api.deleteModelService),
    listServingRuntimes: withToken(api.listServingRuntimes),
    listPersistentVolumeClaims: withToken(api.listPersistentVolumeClaims),
    listServiceAccounts: withToken(api.listServiceAccounts),
  };
}
