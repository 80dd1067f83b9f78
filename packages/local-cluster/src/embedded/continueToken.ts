import { badRequest, StatusError } from './StatusError';

/** Where a list goes on. */
export interface ContinuePosition {
  /** The revision of the first page; -1 means the present one. */
  revision: number;
  /** Objects with a key up to and including this one are done. */
  after: string;
}

const version = 'meta.k8s.io/v1';

/** Writes the same token as Kubernetes; clients must not look inside. */
export function encodeContinueToken(position: ContinuePosition): string {
  const content = {
    v: version,
    rv: position.revision,
    start: `/${position.after}\u0000`,
  };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** @throws StatusError 400 for what is not a token */
export function decodeContinueToken(token: string): ContinuePosition {
  const refuse = (why: string) =>
    badRequest(`invalid continue token: continue key is not valid: ${why}`);
  if (!/^[-\w+/]*=*$/.test(token)) {
    throw refuse('illegal base64 data at input byte 0');
  }
  let content;
  try {
    content = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw refuse('invalid character looking for beginning of value');
  }
  if (content?.v !== version) {
    throw refuse(
      `server does not recognize this encoded version ${content?.v}`,
    );
  }
  if (typeof content.start !== 'string' || !content.start.startsWith('/')) {
    throw refuse(String(content.start));
  }
  return {
    revision: Number(content.rv),
    after: content.start.slice(1).split('\u0000')[0],
  };
}

/** 410, with a token that goes on without the promise of one state. */
export function expiredContinueToken(position: ContinuePosition): StatusError {
  return new StatusError(
    410,
    'Expired',
    'The provided continue parameter is too old to display a consistent list result. ' +
      'You can start a new list without the continue parameter, or use the continue ' +
      'token in this response to retrieve the remainder of the results. Continuing with ' +
      'the provided token results in an inconsistent list - objects that were created, ' +
      'modified, or deleted between the time the first chunk was returned and now may ' +
      'show up in the list.',
    undefined,
    { continue: encodeContinueToken({ ...position, revision: -1 }) },
  );
}
