import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ClusterTokens,
  ModelConnectionsApi,
  ModelConnectionsRequestOptions,
} from '@mooring/backstage-plugin-model-connections-common';

/**
 * What each call carries besides its subject.
 *
 * @public
 */
export interface ModelConnectionsServiceOptions {
  /**
   * For whom the call is made: the policy is asked about them, and the audit event names them. Those of a person reach
   * whatever that person may do; a plugin's own reach lists only.
   */
  credentials: BackstageCredentials;
  /** That person's own tokens, for clusters that are used with their own sign-in; passed on with this call alone. */
  clusterTokens?: ClusterTokens;
}

/**
 * A method of `ModelConnectionsApi` that takes credentials where the method itself takes a token.
 *
 * @public
 */
export type ModelConnectionsServiceMethod<
  Method extends (...args: never[]) => unknown,
> = Required<Parameters<Method>> extends [
  ...infer Subject,
  ModelConnectionsRequestOptions,
]
  ? (
      ...args: [...Subject, options: ModelConnectionsServiceOptions]
    ) => ReturnType<Method>
  : never;

/**
 * Every method of `ModelConnectionsApi`, on behalf of the credentials that it is given.
 *
 * @public
 */
export type ModelConnectionsServiceMethods = {
  [Name in keyof ModelConnectionsApi]: ModelConnectionsServiceMethod<
    ModelConnectionsApi[Name]
  >;
};

/**
 * Model connections for other backend plugins and modules. Each call goes to the REST API as the one for whom it is made,
 * so it meets the same permissions, checks and audit as a browser's.
 *
 * @remarks
 * Each method throws `ResponseError` when the server refuses: `statusCode` is the HTTP status, and `cause` has the name
 * and the message that the server gave. It throws `AuthenticationError` or `NotAllowedError` without a call where the auth
 * service gives no token on behalf of the credentials.
 *
 * @example
 * ```ts
 * const credentials = await httpAuth.credentials(request, { allow: ['user'] });
 * const { items } = await modelConnections.listConnections(
 *   { cluster: 'production', namespace: 'team-a' },
 *   { credentials },
 * );
 * ```
 *
 * @public
 */
export interface ModelConnectionsService
  extends ModelConnectionsServiceMethods {}
