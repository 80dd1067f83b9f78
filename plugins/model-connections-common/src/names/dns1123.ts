const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * Whether a name is a DNS-1123 label, as Kubernetes asks of namespaces: at most 63 characters.
 *
 * @public
 */
export function isDns1123Label(name: string): boolean {
  return name.length <= 63 && LABEL.test(name);
}

/**
 * Whether a name is a DNS-1123 subdomain, as Kubernetes asks of Secrets and ConfigMaps: at most 253 characters.
 *
 * @public
 */
export function isDns1123Subdomain(name: string): boolean {
  return name.length <= 253 && SUBDOMAIN.test(name);
}
