import {
  ClusterList,
  ModelConnectionsApi,
  ModelConnectionsRequestOptions,
} from '@mooring/backstage-plugin-model-connections-common';
import { ClusterSignIns } from './ClusterSignIns';

type Method = (
  ref?: { cluster?: unknown },
  options?: ModelConnectionsRequestOptions,
) => Promise<unknown>;

/**
 * The same API, with the person's token in each call whose first argument names a cluster that needs one. It stands before
 * the API as a whole, so that a method which is added cannot be forgotten here.
 */
export function withClusterTokens(
  api: ModelConnectionsApi,
  signIns: ClusterSignIns,
): ModelConnectionsApi {
  return new Proxy(api, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') {
        return member;
      }
      const method: Method = member.bind(target);
      return (async (ref, options) => {
        if (typeof ref?.cluster === 'string') {
          const tokens = await signIns.tokensFor(ref.cluster);
          return await method(
            ref,
            (tokens && {
              ...options,
              clusterTokens: { ...tokens, ...options?.clusterTokens },
            }) ||
              options,
          );
        }
        const answer = method(ref, options);
        if (name === 'listClusters') {
          signIns.remember(answer as Promise<ClusterList>);
        }
        return await answer;
      }) satisfies Method;
    },
  });
}
