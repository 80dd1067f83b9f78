import {
  ClusterRef,
  ConnectionType,
  ConnectionTypeInstallResult,
  ConnectionTypeList,
  ConnectionTypeRef,
  ConnectionTypeWrite,
} from '@mooring/backstage-plugin-model-connections-common';
import { ServiceOptions } from '../ServiceOptions';

/**
 * Connection types: ConfigMaps that define the form of a connection. Writes throw `InvalidInputError` with the fields
 * that are wrong, and `ConflictingInputError` for a name that exists or a version that is old.
 */
export interface ConnectionTypesService {
  /** All types of a cluster; those that do not parse carry `invalid`. */
  list(ref: ClusterRef, options: ServiceOptions): Promise<ConnectionTypeList>;

  /** One type. Throws `NotFoundError`. */
  get(ref: ConnectionTypeRef, options: ServiceOptions): Promise<ConnectionType>;

  /** Creates a type. */
  create(
    ref: ClusterRef & { type: ConnectionTypeWrite },
    options: ServiceOptions,
  ): Promise<ConnectionType>;

  /** Replaces a type; what was not edited stays byte for byte. Throws `NotAllowedError` for a preinstalled one. */
  replace(
    ref: ConnectionTypeRef & { type: ConnectionTypeWrite },
    options: ServiceOptions,
  ): Promise<ConnectionType>;

  /** Enables or disables a type, a preinstalled one too. */
  enable(
    ref: ConnectionTypeRef & { enabled: boolean },
    options: ServiceOptions,
  ): Promise<ConnectionType>;

  /** Deletes a type; connections made from it stay. Throws `NotAllowedError` for a preinstalled one. */
  delete(ref: ConnectionTypeRef, options: ServiceOptions): Promise<void>;

  /** Creates the built-in types that are missing; overwrites nothing. */
  install(
    ref: ClusterRef,
    options: ServiceOptions,
  ): Promise<ConnectionTypeInstallResult>;
}
