import { useContext, useEffect, useRef, useState } from 'react';
import {
  Navigator,
  parsePath,
  UNSAFE_NavigationContext as NavigationContext,
  useHref,
  useLocation,
} from 'react-router-dom';
import { holdHistorySteps } from './historySteps';

/**
 * Asks before something typed is left behind: by a link, by *Back*, or by closing the tab, for which the browser has
 * words of its own. The portal's router offers nothing for it, so its navigator is held while there is something to
 * lose. `pass` goes without a question.
 */
export function useUnsavedChangesGuard(isDirty: boolean) {
  const { navigator } = useContext(NavigationContext);
  const location = useLocation();
  const here = useHref(location.pathname);
  const [pending, setPending] = useState<(() => void) | undefined>();
  const isOff = useRef(false);

  const [start] = useState(location.pathname);
  useEffect(() => {
    // While the next page is still loading this one is only hidden: who comes back to it is to be asked again.
    if (location.pathname === start) isOff.current = false;
  }, [location, start]);

  useEffect(() => {
    if (!isDirty) return undefined;
    const { push, replace } = navigator;
    const held =
      (go: Navigator['push']): Navigator['push'] =>
      (to, ...rest) => {
        const { pathname } = typeof to === 'string' ? parsePath(to) : to;
        const isLeaving = pathname !== undefined && pathname !== here;
        if (isLeaving && !isOff.current)
          setPending(() => () => go(to, ...rest));
        else go(to, ...rest);
      };
    Object.assign(navigator, { push: held(push), replace: held(replace) });

    // The router numbers the entries of the history. It hears of a step only once the person has agreed to it.
    const index = window.history.state?.idx;
    let isReturning = false;
    const onPopState = (event: PopStateEvent) => {
      const steps = Number(event.state?.idx) - index;
      if (isOff.current || !(steps || isReturning)) return;
      event.stopImmediatePropagation();
      if (isReturning) {
        isReturning = false;
        return;
      }
      isReturning = true;
      window.history.go(-steps);
      setPending(() => () => window.history.go(steps));
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const release = holdHistorySteps(onPopState);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      Object.assign(navigator, { push, replace });
      release();
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty, navigator, here, location.key]);

  const pass = (leave: () => void) => {
    isOff.current = true;
    setPending(undefined);
    leave();
  };
  return {
    isAsking: pending !== undefined,
    pass,
    stay: () => setPending(undefined),
    leave: () => pending && pass(pending),
  };
}
