import {
  isClusterSignInError,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useCallback, useEffect, useState } from 'react';

/** Something that is fetched. `retry` asks again; an answer to an earlier question is never shown. */
export type Loaded<T> = { retry(): void } & (
  | { status: 'loading'; value?: undefined; error?: undefined }
  | { status: 'ready'; value: T; error?: undefined }
  | { status: 'failed'; value?: undefined; error: Error }
);

type Answer<T> = { question: string } & ({ value: T } | { error: Error });

/**
 * Loads something for a key. With another key (or none) the old answer is gone at once, and a late one is dropped. What
 * failed for want of a sign-in loads again once the person has signed in.
 */
export function useLoaded<T>(
  key: string | undefined,
  load: () => Promise<T>,
): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer<T> | undefined>();
  const question = `${attempt}:${key}`;

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    let isStale = false;
    load().then(
      value => !isStale && setAnswer({ question, value }),
      error => !isStale && setAnswer({ question, error }),
    );
    return () => {
      isStale = true;
    };
    // `load` is a new function in each render; the key says when it means something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, question]);

  const retry = useCallback(() => setAttempt(n => n + 1), []);
  useOnClusterSignIn(() => {
    if (answer && 'error' in answer && isClusterSignInError(answer.error)) {
      retry();
    }
  });
  if (answer?.question !== question) {
    return { status: 'loading', retry };
  }
  return 'error' in answer
    ? { status: 'failed', error: answer.error, retry }
    : { status: 'ready', value: answer.value, retry };
}
