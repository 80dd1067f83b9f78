import {
  ClusterRef,
  ConnectionType,
  ConnectionTypeInstallResult,
  ConnectionTypeList,
  ConnectionTypeRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { ServiceOptions } from './ConnectionsService';

/** Connection types: ConfigMaps that define the form of a connection. */
export interface ConnectionTypesService {
  /** All types of a cluster, by name; those that do not parse carry `invalid`. */
  list(ref: ClusterRef, options: ServiceOptions): Promise<ConnectionTypeList>;

  /** One type. Throws `NotFoundError`. */
  get(ref: ConnectionTypeRef, options: ServiceOptions): Promise<ConnectionType>;

  /** Creates the built-in types that are missing; overwrites nothing. */
  install(
    ref: ClusterRef,
    options: ServiceOptions,
  ): Promise<ConnectionTypeInstallResult>;
}
