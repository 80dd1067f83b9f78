import { isError } from '@backstage/errors';
import {
  dedicatedServiceAccountName,
  MODEL_SERVICE,
  ModelServiceRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { ConflictingInputError } from '../../errors/errors';

/** What is said of an account that was not made for the service, though it has the name. */
export function foreignAccount(ref: ModelServiceRef) {
  const account = dedicatedServiceAccountName(ref.name);
  return new ConflictingInputError(
    `There is a ServiceAccount "${account}" in the project "${ref.namespace}" that was not made for this model service (annotation ${MODEL_SERVICE}, and the connection as its only Secret), so it is left alone.`,
    [
      {
        field: 'name',
        message: `Choose another name, or remove the ServiceAccount "${account}".`,
      },
    ],
  );
}

/** What is said where others change the account again and again. */
export function busyAccount(ref: ModelServiceRef) {
  return new ConflictingInputError(
    `Something else is changing the ServiceAccount "${dedicatedServiceAccountName(
      ref.name,
    )}" at the same time. Try again in a moment.`,
    [],
  );
}

/** The error, with what is left behind and what mends it. */
export function withAccountLeft(error: unknown, ref: ModelServiceRef): unknown {
  if (isError(error)) {
    error.message += ` The ServiceAccount "${dedicatedServiceAccountName(
      ref.name,
    )}" may be left; the same request, sent again, takes it up.`;
  }
  return error;
}
