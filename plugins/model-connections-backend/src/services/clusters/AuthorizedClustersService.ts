import {
  ClusterRef,
  clusterReadPermission,
} from '@mooring/backstage-plugin-model-connections-common';
import { PermissionDecisions } from '../../permissions/PermissionDecisions';
import { ClustersService } from './ClustersService';
import { ServiceOptions } from '../ServiceOptions';

/** Asks the policy before {@link ClustersService}. */
export class AuthorizedClustersService implements ClustersService {
  constructor(
    private readonly clusters: ClustersService,
    private readonly decisions: PermissionDecisions,
  ) {}

  async list(options: ServiceOptions) {
    await this.decisions.require(clusterReadPermission, options.credentials);
    return await this.clusters.list(options);
  }

  async listNamespaces(ref: ClusterRef, options: ServiceOptions) {
    await this.decisions.require(clusterReadPermission, options.credentials);
    return await this.clusters.listNamespaces(ref, options);
  }
}
