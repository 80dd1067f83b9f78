/**
 * Why a user or group must not be called this in a cluster, in words that go on after the name; `undefined` when it may.
 * Kubernetes keeps `system:` for its own, such as `system:masters`. A comma would make two groups look like one, as the
 * Kubernetes plugin's proxy joins headers with it; spaces at the ends get lost; anything but ASCII is read differently
 * by each who passes it on.
 */
export function mappedNameProblem(name: string): string | undefined {
  if (/^system:/i.test(name)) {
    return 'begins with "system:", which Kubernetes keeps for itself';
  }
  return /^[\x21-\x2b\x2d-\x7e]+$/.test(name)
    ? undefined
    : 'has characters that cannot be passed on to a cluster (spaces, commas, anything but ASCII)';
}
