import { ConnectionType } from '../schema/openapi';
import { ConnectionTypeFormField } from './connectionTypeFieldSchema';
import { parseConnectionTypeData } from './parseConnectionTypeData';
import { serialiseConnectionTypeData } from './serialiseConnectionTypeData';

/**
 * Whether a type as it was read holds everything that its ConfigMap does: always for a valid one. Of an invalid one,
 * fields that do not parse were left out, and writing it back would remove them.
 *
 * @public
 */
export function isFullyReadConnectionType(
  type: Pick<ConnectionType, 'categories' | 'fields' | 'invalid'>,
): boolean {
  // If what was read is wrong in the very same words, nothing else was wrong.
  return (
    type.invalid === undefined ||
    parseConnectionTypeData(
      serialiseConnectionTypeData({
        categories: type.categories,
        fields: type.fields as ConnectionTypeFormField[],
      }),
    ).invalid === type.invalid
  );
}
