import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Connection,
  ConnectionCreate,
  ConnectionList,
  ConnectionRef,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';

/** On whose behalf a service is called. */
export interface ServiceOptions {
  credentials: BackstageCredentials;
}

/** Connections: Secrets of a project that carry a convention's marks. */
export interface ConnectionsService {
  /**
   * A page of connections, from metadata only; the namespace `-` stands for all. A page may be short or empty and still
   * have a `nextPageToken`. Throws `GoneError` when the token has expired.
   */
  list(
    ref: ProjectRef & { limit?: number; pageToken?: string },
    options: ServiceOptions,
  ): Promise<ConnectionList>;

  /** One connection with the values that may be shown. Throws `NotFoundError`. */
  get(ref: ConnectionRef, options: ServiceOptions): Promise<Connection>;

  /**
   * Creates a connection; with `dryRun` the cluster validates and nothing is written. Throws `InvalidInputError`,
   * `PayloadTooLargeError`, `ConflictingInputError` (the name exists) or `UnprocessableEntityError` (the cluster's word).
   */
  create(
    ref: ProjectRef & { connection: ConnectionCreate; dryRun?: boolean },
    options: ServiceOptions,
  ): Promise<Connection>;

  /** Deletes a connection. Throws `NotFoundError`, or `NotAllowedError` for one that something else manages. */
  delete(ref: ConnectionRef, options: ServiceOptions): Promise<void>;
}
