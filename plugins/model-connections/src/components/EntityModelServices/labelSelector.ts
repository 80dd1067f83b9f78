type Labels = Readonly<Record<string, string>>;
type Requirement = (labels: Labels) => boolean;

const KEY = '([-._a-zA-Z0-9/]+)';

/** One requirement of a selector, as `kubectl get -l` takes it. */
function requirementOf(text: string): Requirement | undefined {
  const set = new RegExp(`^${KEY}\\s+(in|notin)\\s*\\(([^()]*)\\)$`).exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return labels =>
      (labels[key] !== undefined && values.includes(labels[key])) ===
      (operator === 'in');
  }
  const equal = new RegExp(`^${KEY}\\s*(==?|!=)\\s*([-._a-zA-Z0-9]*)$`).exec(
    text,
  );
  if (equal) {
    const [, key, operator, value] = equal;
    return labels => (labels[key] === value) === (operator !== '!=');
  }
  const exists = new RegExp(`^(!?)\\s*${KEY}$`).exec(text);
  return (
    (exists && (labels => (labels[exists[2]] !== undefined) === !exists[1])) ??
    undefined
  );
}

/** The requirements of a selector, one by one. */
export const selectorParts = (text: string): string[] =>
  text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);

/**
 * Whether labels are chosen by a selector as Kubernetes writes it, such as `app=qwen,tier in (a,b)`; `undefined` for a text
 * that is none.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function labelSelector(text: string): Requirement | undefined {
  const parts = selectorParts(text);
  const requirements = parts.map(requirementOf);
  return parts.length > 0 && requirements.every(one => one !== undefined)
    ? labels => requirements.every(one => one(labels))
    : undefined;
}
