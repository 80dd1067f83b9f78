import {
  Connection,
  ConnectionAdopt,
  ConnectionCopy,
  ConnectionCreate,
  ConnectionDeletion,
  ConnectionList,
  ConnectionPatch,
  ConnectionRef,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { ServiceOptions } from '../ServiceOptions';

/**
 * Connections: Secrets of a project that carry a convention's marks. Every write throws `NotAllowedError` for a Secret
 * that something else manages, `ConflictingInputError` for a name that exists or a version that is old,
 * `InvalidInputError` and `PayloadTooLargeError` with the fields that are wrong, and `UnprocessableEntityError` with the
 * cluster's own refusal.
 */
export interface ConnectionsService {
  /**
   * A page of connections, from metadata only; the namespace `-` stands for all. A page may be short or empty and still
   * have a `nextPageToken`. Throws `GoneError` when the token has expired.
   */
  list(
    ref: ProjectRef & { limit?: number; pageToken?: string },
    options: ServiceOptions,
  ): Promise<ConnectionList>;

  /**
   * One connection with the values that may be shown, and the certificates that it names unless they are not needed. Throws
   * `NotFoundError`.
   */
  get(
    ref: ConnectionRef & { withCertificates?: boolean },
    options: ServiceOptions,
  ): Promise<Connection>;

  /** The Secret as YAML, its values masked. Throws `NotFoundError`. */
  manifest(ref: ConnectionRef, options: ServiceOptions): Promise<string>;

  /** Creates a connection; with `dryRun` the cluster validates and nothing is written. */
  create(
    ref: ProjectRef & { connection: ConnectionCreate; dryRun?: boolean },
    options: ServiceOptions,
  ): Promise<Connection>;

  /** Changes what is named and nothing else; the `warnings` say what of the former state was left although it is saved. */
  patch(
    ref: ConnectionRef & { patch: ConnectionPatch },
    options: ServiceOptions,
  ): Promise<Connection>;

  /** Makes an existing Secret a connection by labels and annotations; its data stays untouched. */
  adopt(
    ref: ProjectRef & { adopt: ConnectionAdopt },
    options: ServiceOptions,
  ): Promise<Connection>;

  /** Copies a connection to a project, or under another name. */
  copy(
    ref: ConnectionRef & { copy: ConnectionCopy },
    options: ServiceOptions,
  ): Promise<Connection>;

  /**
   * Deletes a connection; with `cleanUp`, then the ServiceAccounts that were made here for it alone and whose model service
   * is gone. Throws `NotFoundError`. Where only the cleaning up fails, the connection is gone, and what was left is said in
   * the `warnings`.
   */
  delete(
    ref: ConnectionRef & { cleanUp?: 'serviceAccounts' },
    options: ServiceOptions,
  ): Promise<ConnectionDeletion>;
}
