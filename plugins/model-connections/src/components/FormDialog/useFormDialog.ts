import {
  errorStatus,
  fieldErrors,
  useOnClusterSignIn,
} from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';

/** Sends what a dialog holds, and remembers what stood in the way. */
export function useFormDialog<TResult>(options: {
  /** What is wrong before anything is sent, by field; nothing when it is empty. */
  validate(): Record<string, string>;
  send(): Promise<TResult>;
  onDone(result: TResult): void;
  /** Puts a refusal to fields, where it names none itself. */
  explain?(status: number | undefined): Record<string, string>;
}) {
  const reasonOf = useErrorReason();
  const [isRunning, setRunning] = useState(false);
  const [wasSubmitted, setSubmitted] = useState(false);
  const [error, setError] = useState<Error | undefined>();
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [refusals, setRefusals] = useState(0);
  useOnClusterSignIn(() => setError(undefined));
  const wrong = options.validate();

  return {
    isRunning,
    error,
    problem: error && reasonOf(error),
    refusals,
    /** What is wrong with a field, to be shown now. */
    problemOf: (field: string): string | undefined =>
      refused[field] ?? (wasSubmitted ? wrong[field] : undefined),
    /** A field changed: what the server said of it no longer holds. */
    touch: (field: string) =>
      setRefused(old =>
        field in old
          ? Object.fromEntries(
              Object.entries(old).filter(([key]) => key !== field),
            )
          : old,
      ),
    async submit() {
      setSubmitted(true);
      setError(undefined);
      setRefused({});
      if (Object.keys(wrong).length > 0) {
        setRefusals(count => count + 1);
        return;
      }
      setRunning(true);
      try {
        options.onDone(await options.send());
      } catch (e) {
        setError(e as Error);
        setRefused({
          ...options.explain?.(errorStatus(e as Error)),
          ...Object.fromEntries(
            fieldErrors(e as Error).map(({ field, message }) => [
              field,
              message,
            ]),
          ),
        });
        setRefusals(count => count + 1);
      } finally {
        setRunning(false);
      }
    },
  };
}
