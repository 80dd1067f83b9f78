import { InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, RequestHandler } from 'express';
import {
  PayloadTooLargeError,
  UnsupportedMediaTypeError,
} from '../errors/errors';

/** An error of express.json, as body-parser makes it. */
interface BodyError {
  type?: string;
  status?: number;
}

/**
 * Reads JSON bodies up to a limit. The parser's own errors quote the body, which may be a secret, so all of them become
 * fixed words: 400 for what is not JSON, 413 over the limit, 415 for another media type or encoding.
 */
export function jsonBody(
  limitBytes: number,
): [RequestHandler, ErrorRequestHandler] {
  const limit = `${Math.floor(limitBytes / 1024)} KiB`;
  return [
    express.json({ limit: limitBytes }),
    (error: BodyError, _request, _response, next) => {
      if (error.type === undefined) {
        next(error);
      } else if (error.type === 'entity.too.large') {
        next(
          new PayloadTooLargeError(
            `The request body has more than ${limit}, which is the most.`,
          ),
        );
      } else if (error.status === 415) {
        next(
          new UnsupportedMediaTypeError(
            'The request body has a character set or encoding that is not taken.',
          ),
        );
      } else {
        next(new InputError('The request body is not JSON.'));
      }
    },
  ];
}
