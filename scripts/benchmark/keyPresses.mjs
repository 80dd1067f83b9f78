/** What the Event Timing API reports at least; presses that it does not report took less, and count as this. */
export const SHORTEST_MILLISECONDS = 16;
/** How long a key is held, and from one press to the next: eight keys a second, a fast typist. */
const HOLD_MILLISECONDS = 40;
const PAUSE_MILLISECONDS = 85;

/** So long after a press everything that it causes is painted. */
const SETTLE_MILLISECONDS = 600;

/** Runs in the page, before anything of it. */
function observe() {
  const seen = { presses: [], events: [], changes: [] };
  window.mooringBenchmark = seen;
  addEventListener('keydown', event => seen.presses.push(event.timeStamp), {
    capture: true,
  });
  const note = list =>
    seen.events.push(
      ...list
        .getEntries()
        .filter(entry => entry.interactionId > 0)
        .map(({ name, startTime, duration }) => ({
          name,
          startTime,
          duration,
        })),
    );
  // When a frame was painted in which something came, went, or said something else.
  let isAwaited = false;
  new MutationObserver(() => {
    if (isAwaited) return;
    isAwaited = true;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        isAwaited = false;
        seen.changes.push(performance.now());
      };
      port2.postMessage(undefined);
    });
  }).observe(document, { childList: true, characterData: true, subtree: true });
  const observer = new PerformanceObserver(note);
  observer.observe({ type: 'first-input', buffered: true });
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true });
}

/**
 * Has every page of a context note its key presses and what the Event Timing API says about them.
 *
 * @param {import('@playwright/test').BrowserContext} context
 */
export const observeKeyPresses = async context =>
  await context.addInitScript(observe);

/**
 * Presses keys where the focus is, and tells how long the page took to paint after each one: the longest of the
 * press's own events (the key going down, what it enters, the key coming up), from the moment the browser received it
 * to the next paint, rounded to 8 ms by the browser.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string[]} keys by Playwright's names
 * @returns {Promise<number[]>} milliseconds, one for each key
 */
export async function pressKeys(page, keys) {
  const { presses, events } = await press(page, keys, PAUSE_MILLISECONDS);
  return presses.map((start, index) => {
    const end = presses[index + 1] ?? Infinity;
    const durations = events
      .filter(({ startTime }) => startTime >= start - 1 && startTime < end - 1)
      .map(({ duration }) => duration);
    return Math.max(SHORTEST_MILLISECONDS, ...durations);
  });
}

/**
 * Presses keys one by one, and tells how long after each one the page had painted everything that it changed, what was
 * put off included.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string[]} keys by Playwright's names
 * @returns {Promise<number[]>} milliseconds, one for each key that changed something
 */
export async function pressKeysAndSettle(page, keys) {
  const { presses, changes } = await press(page, keys, SETTLE_MILLISECONDS);
  return presses.flatMap((start, index) => {
    const end = presses[index + 1] ?? Infinity;
    const own = changes.filter(time => time > start && time < end);
    return own.length > 0 ? [own[own.length - 1] - start] : [];
  });
}

async function press(page, keys, pause) {
  await page.waitForTimeout(500); // what came before is painted
  await page.evaluate(() => {
    for (const list of Object.values(window.mooringBenchmark)) list.length = 0;
  });
  for (const key of keys) {
    await page.keyboard.press(key, { delay: HOLD_MILLISECONDS });
    await page.waitForTimeout(pause);
  }
  await page.waitForTimeout(1000); // the browser reports with a delay
  const seen = await page.evaluate(() => window.mooringBenchmark);
  if (seen.presses.length !== keys.length)
    throw new Error(
      `${keys.length} keys were pressed, ${seen.presses.length} were seen.`,
    );
  return seen;
}

/** So many different letters. */
export const letters = count =>
  Array.from({ length: count }, (_, index) =>
    String.fromCharCode(97 + (index % 26)),
  );
