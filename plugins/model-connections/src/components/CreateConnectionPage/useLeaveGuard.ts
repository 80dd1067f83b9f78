import { useEffect, useState } from 'react';

/**
 * Asks before something typed is left behind. `guard` runs a way out at once when nothing was typed, else after the
 * person agreed; closing the browser's tab asks by the browser's own means.
 */
export function useLeaveGuard(isDirty: boolean) {
  const [pending, setPending] = useState<(() => void) | undefined>();

  useEffect(() => {
    if (!isDirty) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);

  return {
    isAsking: pending !== undefined,
    guard: (leave: () => void) => (isDirty ? setPending(() => leave) : leave()),
    stay: () => setPending(undefined),
    leave: () => pending?.(),
  };
}
