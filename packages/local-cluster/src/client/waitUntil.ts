const pauseMs = 50;

/**
 * Asks until the answer is neither undefined nor false, and gives it.
 *
 * @param what - what is waited for, for the error
 * @param probe - asked again and again; what it throws ends the waiting
 * @param deadlineMs - milliseconds after which it gives up
 * @throws Error that names what did not happen in time
 */
export async function waitUntil<T>(
  what: string,
  probe: () => Promise<T | undefined | false>,
  deadlineMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`Gave up after ${deadlineMs} ms: ${what}`);
    }
    await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
}
