import { createServiceFactory } from '@backstage/backend-plugin-api';
import { createServiceMock } from '@backstage/backend-test-utils';
import {
  ModelConnectionsService,
  modelConnectionsServiceRef,
} from '@mooring/backstage-plugin-model-connections-node';
import {
  InMemoryModelConnectionsService,
  ModelConnectionsServiceMockOptions,
} from './InMemoryModelConnectionsService';

/**
 * A model connections service that keeps what it is given in memory and asks for nobody's permission. It lists, gets,
 * creates and deletes, refuses with `ResponseError` as the real one does, and throws `NotImplementedError` for the rest.
 *
 * @public
 */
export function modelConnectionsServiceMock(
  options?: ModelConnectionsServiceMockOptions,
): ModelConnectionsService {
  return new InMemoryModelConnectionsService(options);
}

/**
 * Further forms of the mock.
 *
 * @public
 */
export namespace modelConnectionsServiceMock {
  /** The service in memory as a feature for `startTestBackend`; all plugins of that backend share it. */
  export const factory = (options?: ModelConnectionsServiceMockOptions) => {
    const service = modelConnectionsServiceMock(options);
    return createServiceFactory({
      service: modelConnectionsServiceRef,
      deps: {},
      factory: () => service,
    });
  };

  /** A service of Jest mock functions, some of them implemented by the caller; its `factory` is for `startTestBackend`. */
  export const mock = createServiceMock(modelConnectionsServiceRef, () => ({
    listClusters: jest.fn(),
    listNamespaces: jest.fn(),
    listConnectionTypes: jest.fn(),
    getConnectionType: jest.fn(),
    createConnectionType: jest.fn(),
    replaceConnectionType: jest.fn(),
    enableConnectionType: jest.fn(),
    deleteConnectionType: jest.fn(),
    installConnectionTypes: jest.fn(),
    listConnections: jest.fn(),
    getConnection: jest.fn(),
    createConnection: jest.fn(),
    getConnectionManifest: jest.fn(),
    patchConnection: jest.fn(),
    adoptConnection: jest.fn(),
    copyConnection: jest.fn(),
    deleteConnection: jest.fn(),
    listConnectionUses: jest.fn(),
    listConnectionDependents: jest.fn(),
    applyConnectionToDependents: jest.fn(),
    listModelServices: jest.fn(),
    getModelService: jest.fn(),
    getModelServiceManifest: jest.fn(),
    createModelService: jest.fn(),
    dryRunCreateModelService: jest.fn(),
    previewModelService: jest.fn(),
    replaceModelService: jest.fn(),
    dryRunReplaceModelService: jest.fn(),
    applyModelService: jest.fn(),
    dryRunApplyModelService: jest.fn(),
    restartModelService: jest.fn(),
    stopModelService: jest.fn(),
    startModelService: jest.fn(),
    deleteModelService: jest.fn(),
    listServingRuntimes: jest.fn(),
    listPersistentVolumeClaims: jest.fn(),
    listServiceAccounts: jest.fn(),
  }));
}
