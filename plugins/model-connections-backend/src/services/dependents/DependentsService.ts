import {
  AppliedDependentList,
  ConnectionRef,
  ConnectionSummary,
  ConnectionUseList,
  DependentList,
  DependentRef,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { WriteOptions } from '../model-services/ModelServingService';
import { ServiceOptions } from '../ServiceOptions';

/** What of a project somebody sees; what they do not see is neither named nor counted. */
export interface Visibility {
  connection(connection: Omit<ConnectionSummary, 'allowedActions'>): boolean;
  services(project: ProjectRef): boolean;
}

/**
 * Who uses connections: model services of both kinds, and ServiceAccounts. Where the cluster does not let us see one of
 * these kinds (RBAC), an answer says so in `partial`; where it has no KServe, there are none.
 *
 * @typeParam Write - what a write needs to know: whom to ask about Secrets, unless the service asks by itself
 */
export interface DependentsService<
  Write extends ServiceOptions = WriteOptions,
> {
  /** How many model services use each connection, from a handful of lists; the namespace `-` stands for all. */
  listUses(
    ref: ProjectRef,
    options: ServiceOptions & { sees?: Visibility },
  ): Promise<ConnectionUseList>;

  /** What uses a connection, and what it needs since the connection changed. Throws `NotFoundError`. */
  list(ref: ConnectionRef, options: ServiceOptions): Promise<DependentList>;

  /**
   * Restarts model services with what their connection gives now, those that are named or those that have fallen behind.
   * One patch for each; what keeps one from it is said of that one, and the others go on. Throws `NotFoundError`.
   */
  apply(
    ref: ConnectionRef & { dependents?: DependentRef[] },
    options: Write & {
      /** Whether whoever asks may write the model services of the project. */
      mayUpdate?: boolean;
    },
  ): Promise<AppliedDependentList>;
}
