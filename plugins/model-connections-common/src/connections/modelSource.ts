import { z } from 'zod';
import { ModelSource, ProtocolHabits } from '../protocols/Protocol';
import { protocolOf, protocols } from '../protocols/protocols';
import { ProtocolId, Servable } from '../schema/openapi';

const modelSourceSchema = z.object({
  protocols: z.array(z.string()),
  base: z.string().optional(),
  pull: z.boolean().optional(),
});

/**
 * The facts about a connection for lists, from the values that may be shown; `undefined` for protocols whose location
 * itself may be confidential, and for types that serve no model.
 *
 * @public
 */
export function modelSourceOf(
  ids: ProtocolId[],
  shown: Readonly<Record<string, string>>,
  habits: ProtocolHabits,
): ModelSource | undefined {
  const facts = protocolOf(ids[0])?.modelSource(shown, habits);
  return facts && { protocols: ids, ...facts };
}

/**
 * Reads `mooring.dev/model-source`; `undefined` when it is absent or not ours to understand.
 *
 * @public
 */
export function parseModelSource(
  text: string | undefined,
): ModelSource | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    const parsed = modelSourceSchema.parse(JSON.parse(text));
    const known = protocols.map(protocol => protocol.id);
    return {
      ...parsed,
      protocols: known.filter(id => parsed.protocols.includes(id)),
    };
  } catch {
    return undefined;
  }
}

/**
 * Whether a model can be served from a connection, and if not why; `undefined` when metadata does not tell.
 *
 * @public
 */
export function servableOf(
  protocol: ProtocolId | undefined,
  source: ModelSource | undefined,
  shadowed: readonly ProtocolId[] = [],
): Servable | undefined {
  const found = protocolOf(protocol);
  if (!found) {
    return { ok: false, reason: 'A connection of this kind serves no model.' };
  }
  if (shadowed.includes(found.id)) {
    return {
      ok: false,
      reason:
        'Its Secret holds credentials of another kind, which KServe finds first; split it into two connections.',
    };
  }
  if (!source && found.modelSource({}, { pullsWithoutAccessType: false })) {
    return undefined;
  }
  const reason = found.servingProblem(source ?? {});
  return reason === undefined ? { ok: true } : { ok: false, reason };
}
