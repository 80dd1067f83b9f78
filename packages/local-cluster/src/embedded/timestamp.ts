/** Whole seconds, as Kubernetes writes times. */
export function timestamp(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
