import {
  ConnectionList,
  ConnectionSummary,
  Convention,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  connectionSelector,
  conventionOfConnection,
  isHiddenConnection,
} from '../../codecs/connection/connectionMarks';
import { decodeConnectionSummary } from '../../codecs/connection/decodeConnection';
import { ModelConnectionsConfig } from '../../config/ModelConnectionsConfig';
import {
  ClusterForbiddenError,
  UnprocessableEntityError,
} from '../../errors/errors';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import {
  KubernetesList,
  KubernetesObject,
} from '../../kubernetes/KubernetesObject';
import { secretsPath } from '../../kubernetes/kubernetesPath';
import { ServiceOptions } from '../ServiceOptions';
import { withActions } from './ConnectionSecrets';
import {
  decodePageToken,
  encodePageToken,
  unusablePageToken,
} from './pageToken';

const ALL_NAMESPACES = '-';

/**
 * A page of connections, from metadata only. One label selector cannot say "or" over two keys, so each convention has a
 * list of its own: where one ends within a page, the next one fills it, so that a page costs as many calls as there are
 * conventions at most.
 */
export async function listConnections(
  ref: ProjectRef & { limit?: number; pageToken?: string },
  context: { gateway: KubernetesGateway; config: ModelConnectionsConfig },
  options: ServiceOptions,
): Promise<ConnectionList> {
  const { pageSize } = context.config.limits;
  const { read } = context.config.cluster(ref.cluster);
  let position =
    ref.pageToken === undefined ? {} : decodePageToken(ref.pageToken);
  let index = read.findIndex(({ id }) => id === position.convention);
  if (ref.pageToken === undefined) {
    index = 0;
  } else if (index < 0) {
    throw unusablePageToken();
  }
  let room = Math.min(ref.limit ?? pageSize, pageSize);
  const items: ConnectionSummary[] = [];
  for (; index < read.length && room > 0; index += 1) {
    const page = await readPage(ref, read, index, room, position.continue, {
      ...context,
      ...options,
    });
    items.push(...page.items);
    room -= page.length;
    if (page.continue) {
      const token = { convention: read[index].id, continue: page.continue };
      return { items, nextPageToken: encodePageToken(token) };
    }
    position = {};
  }
  return index < read.length
    ? {
        items,
        nextPageToken: encodePageToken({ convention: read[index].id }),
      }
    : { items };
}

async function readPage(
  ref: ProjectRef,
  read: readonly Convention[],
  index: number,
  limit: number,
  position: string | undefined,
  context: { gateway: KubernetesGateway } & ServiceOptions,
) {
  const everywhere = ref.namespace === ALL_NAMESPACES;
  try {
    const { body } = await context.gateway.request<
      KubernetesList<KubernetesObject>
    >(
      ref.cluster,
      {
        path: secretsPath(everywhere ? undefined : ref.namespace),
        query: {
          labelSelector: connectionSelector(read[index], read.slice(0, index)),
          limit: String(limit),
          continue: position,
        },
        as: 'metadataList',
      },
      context,
    );
    return {
      continue: body.metadata?.continue,
      length: body.items.length,
      items: body.items.flatMap(item => {
        const convention = conventionOfConnection(item, read);
        return convention && !isHiddenConnection(item, convention)
          ? [
              withActions(
                decodeConnectionSummary(item, ref.cluster, convention),
              ),
            ]
          : [];
      }),
    };
  } catch (error) {
    if (position !== undefined && error instanceof UnprocessableEntityError) {
      throw unusablePageToken();
    }
    if (everywhere && error instanceof ClusterForbiddenError) {
      throw new ClusterForbiddenError(
        `${error.message} Pick a project: its connections may be listed still.`,
      );
    }
    throw error;
  }
}
