/** A failure as it must look on the wire. */
export function failure(
  code: number,
  reason: string,
  message: unknown,
  details?: object,
) {
  return {
    status: code,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      ...(details && { details }),
      code,
    },
  };
}

/** A failure of one field. */
export function invalidField(
  kind: string,
  name: string,
  field: string,
  message: string,
  reason = 'FieldValueInvalid',
) {
  return failure(
    422,
    'Invalid',
    `${kind} "${name}" is invalid: ${field}: ${message}`,
    { name, kind, causes: [{ reason, message, field }] },
  );
}
