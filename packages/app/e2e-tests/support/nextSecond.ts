import { expect } from '@playwright/test';

/** Kubernetes' times are whole seconds: what happens from now on is later than what has happened. */
export async function nextSecond() {
  const now = Math.floor(Date.now() / 1000);
  await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(now);
}
