import { ErrorDetail } from '@mooring/backstage-plugin-model-connections-common';
import { ErrorRequestHandler, RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { InvalidInputError, UnsupportedMediaTypeError } from '../errors/errors';
import { spec } from '../schema/openapi';

/** An error of express-openapi-validator. */
interface ValidatorError {
  status?: number;
  errors?: { path: string; message: string }[];
}

/** `/body/values/AWS_S3_BUCKET` gives `AWS_S3_BUCKET`: fields are called as the person knows them. */
function fieldOf(path: string): string {
  return path
    .replace(/^\/(body|query|params)\/?/, '')
    .replace(/^values\//, '')
    .replace(
      /^fields\/(.+)$/,
      (_, rest: string) => `fields.${rest.replaceAll('/', '.')}`,
    )
    .replace(/\/.*$/, '');
}

/** One line per field: a `oneOf` that does not match yields one for each branch. */
function detailsOf(errors: { path: string; message: string }[]): ErrorDetail[] {
  const details = new Map<string, string>();
  for (const { path, message } of errors) {
    const field = fieldOf(path) || 'body';
    if (!details.has(field)) {
      details.set(field, `${message}.`);
    }
  }
  return [...details].map(([field, message]) => ({ field, message }));
}

/**
 * Holds requests against openapi.yaml, in front of the generated router, whose own check loses the fields and makes every
 * error a plain 400.
 */
export function validateRequest(): (RequestHandler | ErrorRequestHandler)[] {
  const toOurErrors: ErrorRequestHandler = (
    error: ValidatorError,
    _request,
    _response,
    next,
  ) => {
    if (!Array.isArray(error.errors)) {
      next(error);
    } else if (error.status === 415) {
      next(
        new UnsupportedMediaTypeError(
          'The request body must be application/json.',
        ),
      );
    } else {
      next(
        new InvalidInputError(
          'The request is not valid.',
          detailsOf(error.errors),
        ),
      );
    }
  };
  return [
    ...OpenApiValidator.middleware({
      // The type wants a mutable document; the validator works on a copy.
      apiSpec: structuredClone(spec) as unknown as Parameters<
        typeof OpenApiValidator.middleware
      >[0]['apiSpec'],
      validateRequests: { allErrors: true, coerceTypes: false },
      validateResponses: false,
      validateSecurity: false,
      ignoreUndocumented: true,
      useRequestUrl: true,
    }),
    toOurErrors,
  ];
}
