import { isError } from '@backstage/errors';
import {
  isValueField,
  mayShowValue,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  decodeData,
  hiddenKeysOfSecret,
} from '../../codecs/connection/decodeConnection';
import { StoredConnectionType } from '../../codecs/connection-type/connectionTypeCodec';
import { Secret } from '../../kubernetes/KubernetesObject';
import { scrubValues } from './scrubValues';

/** The texts of a Secret, those that it has and those that are being written. */
const textsOf = (secret: Secret) => ({
  ...decodeData(secret),
  ...secret.stringData,
});

/**
 * An error of a write with every value cut out of its message that may not be shown. The API server repeats objects, and
 * webhooks say what they like, with any status. `secrets` are the Secret before and after, as far as there are two: what
 * one of them hides stays hidden.
 */
export function scrubError(
  error: unknown,
  secrets: Secret[],
  type: StoredConnectionType | undefined,
): unknown {
  if (!isError(error)) {
    return error;
  }
  const hidden = secrets.flatMap(secret => hiddenKeysOfSecret(secret));
  const fields = (type?.fields ?? []).filter(isValueField);
  const values = secrets.flatMap(secret =>
    Object.entries(textsOf(secret))
      .filter(
        ([key]) =>
          !mayShowValue(
            key,
            fields.find(field => field.envVar === key),
            hidden,
          ),
      )
      .map(([, text]) => text),
  );
  const message = scrubValues(error.message, values);
  if (message !== error.message) {
    // The stack begins with the message, and is logged for errors of the 500s.
    error.stack = error.stack?.replaceAll(error.message, message);
    error.message = message;
  }
  return error;
}
