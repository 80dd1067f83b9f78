import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  KubernetesGateway,
  KubernetesRequest,
} from '../kubernetes/KubernetesGateway';

type Fields = Record<string, any>;

/** A cluster in memory, as far as writes of single objects with preconditions go. */
export interface MemoryGateway extends KubernetesGateway {
  /** The objects by path. */
  objects: Map<string, Fields>;
  /** Is told of each write that was done; what it throws is all that the caller hears of it. */
  onWritten: (request: KubernetesRequest) => Promise<void> | void;
  /** Is told of each call before it is done. */
  onCall: (request: KubernetesRequest) => Promise<void> | void;
}

function merged(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return patch;
  }
  const result: Fields = { ...(target as Fields | undefined) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else {
      result[key] = merged(result[key], value);
    }
  }
  return result;
}

/** Makes a {@link MemoryGateway}. A write that changes nothing keeps the version, as in Kubernetes. */
export function memoryGateway(): MemoryGateway {
  const objects = new Map<string, Fields>();
  let count = 0;

  const write = (path: string, object: Fields) => {
    count += 1;
    const resourceVersion = String(count);
    objects.set(path, {
      ...object,
      metadata: { uid: `u${count}`, ...object.metadata, resourceVersion },
    });
    return objects.get(path)!;
  };
  const run = ({ method = 'GET', path, body }: KubernetesRequest): Fields => {
    const sent = structuredClone(body ?? {}) as Fields;
    if (method === 'POST') {
      const own = `${path}/${sent.metadata.name}`;
      if (objects.has(own)) throw new ConflictError('there is one');
      return write(own, sent);
    }
    const found = objects.get(path);
    if (!found) throw new NotFoundError('there is none');
    if (method === 'GET') return found;
    const { uid, resourceVersion }: Fields =
      (method === 'DELETE' ? sent.preconditions : sent.metadata) ?? {};
    const isOther = (wanted: unknown, present: unknown) =>
      wanted !== undefined && wanted !== present;
    if (
      isOther(uid, found.metadata.uid) ||
      isOther(resourceVersion, found.metadata.resourceVersion)
    ) {
      throw new ConflictError('it is another');
    }
    if (method === 'DELETE') {
      objects.delete(path);
      return {};
    }
    delete sent.metadata?.resourceVersion;
    const next = merged(found, sent) as Fields;
    return JSON.stringify(next) === JSON.stringify(found)
      ? found
      : write(path, next);
  };
  const memory: MemoryGateway = {
    objects,
    onWritten: () => {},
    onCall: () => {},
    request: async (_: string, request: KubernetesRequest) => {
      await memory.onCall(request);
      const answer = structuredClone(run(request));
      if ((request.method ?? 'GET') !== 'GET') await memory.onWritten(request);
      return { body: answer };
    },
  } as unknown as MemoryGateway;
  return memory;
}
