import { modelServiceRowKey } from '../ModelServicesTable';

/** What the pages of single services leave in the history's state for the list. */
export function seenServiceOf(state: unknown): string | undefined {
  const { seenService } = (state ?? {}) as { seenService?: unknown };
  return typeof seenService === 'string' ? seenService : undefined;
}

/** Makes such a state. */
export const seenServiceState = (service: {
  namespace: string;
  name: string;
  kind?: string;
}) => ({ seenService: modelServiceRowKey(service) });
