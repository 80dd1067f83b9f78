type Listener = (event: PopStateEvent) => void;

let holder: Listener | undefined;
let isWatching = false;

/**
 * Listens to *Back* and *Forward* before the portal's router does. Browsers call the listeners of the window in the order
 * in which they came, whether they capture or not, so the plugin calls this when it is loaded, which is before the router
 * is mounted. Calling it again does nothing.
 */
export function watchHistorySteps(): void {
  if (isWatching || typeof window === 'undefined') return;
  isWatching = true;
  window.addEventListener('popstate', event => holder?.(event));
}

/**
 * Shows every step through the history to `listener` first, which can keep it from the router with
 * `stopImmediatePropagation`. Gives back what ends it.
 */
export function holdHistorySteps(listener: Listener): () => void {
  watchHistorySteps();
  holder = listener;
  return () => {
    if (holder === listener) holder = undefined;
  };
}
