const windows = process.platform === 'win32';

const delay = milliseconds =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

function signalGroup(group, signal) {
  try {
    process.kill(windows ? group : -group, signal);
    return true;
  } catch {
    return false; // nothing of it is left
  }
}

/**
 * Ends all processes of a process group and waits until they are gone. Servers start servers, and not all of them tell
 * theirs to stop: only a group can be ended as a whole.
 *
 * @param {number} group the id of the process that was started with `detached: true`
 * @param {number} graceMilliseconds how long they may take to end by themselves
 */
export async function endGroup(group, graceMilliseconds) {
  signalGroup(group, 'SIGTERM');
  const deadline = Date.now() + graceMilliseconds;
  while (signalGroup(group, 0) && Date.now() < deadline) await delay(50);
  signalGroup(group, 'SIGKILL');
  // Bounded: where nobody collects ended processes, they stay visible for ever.
  const killed = Date.now() + 2000;
  while (signalGroup(group, 0) && Date.now() < killed) await delay(50);
}
