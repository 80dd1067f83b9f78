import { NotAllowedError } from '@backstage/errors';
import {
  connectionUsePermission,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { isMissing } from '../../errors/isMissing';
import { PermissionDecisions } from '../../permissions/PermissionDecisions';
import { ConnectionsService } from '../connections/ConnectionsService';
import { ServiceOptions } from '../ServiceOptions';
import { WriteOptions } from './ModelServingService';

/**
 * The options of a write that asks the policy about each Secret whose values it brings to pods.
 *
 * @param context.connections - the stored ones, whoever may see them
 */
export function withUse<Options extends ServiceOptions>(
  { cluster, namespace }: ProjectRef,
  options: Options,
  context: {
    connections: Pick<ConnectionsService, 'get'>;
    decisions: PermissionDecisions;
  },
): Options & WriteOptions {
  return {
    ...options,
    requireUse: async name => {
      const decisions = await context.decisions.forConnections(
        { use: connectionUsePermission },
        options.credentials,
      );
      const project = { cluster, namespace };
      if (decisions.allows('use', { ...project, protocols: [] })) {
        // Whatever the connection is, unless conditions look at it.
        if (!decisions.isConditional('use')) return;
      }
      try {
        const ref = { ...project, name, withCertificates: false };
        decisions.require('use', await context.connections.get(ref, options));
      } catch (error) {
        // A Secret that is no connection is none of this policy's business; that it is missing is for the service to say.
        if (isMissing(error)) return;
        if (error instanceof NotAllowedError) {
          error.message = error.message.replace(
            / for this connection\.$/,
            ` for the connection "${name}".`,
          );
        }
        throw error;
      }
    },
  };
}
