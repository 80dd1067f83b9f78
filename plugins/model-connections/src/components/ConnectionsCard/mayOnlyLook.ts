import { CreateLink } from '../../hooks/useCreateLink';
import { ConnectionPages } from '../../hooks/useConnectionPages';
import { mayChange } from '../ConnectionsTable';

/**
 * Whether the person can create nothing and change none of the connections that are loaded. Assumed while the policy has
 * not answered, so that nothing is offered that would vanish again.
 */
export function mayOnlyLook(
  pages: ConnectionPages,
  create: CreateLink,
): boolean {
  const mayCreate = create.to !== undefined || create.reason !== undefined;
  return !mayCreate && !pages.rows.some(mayChange);
}
