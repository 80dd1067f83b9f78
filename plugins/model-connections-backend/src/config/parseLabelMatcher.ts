import { InputError } from '@backstage/errors';

/** Whether labels meet a selector. */
export type LabelMatcher = (
  labels: Readonly<Record<string, string>>,
) => boolean;

/**
 * Reads a label selector of the forms `key`, `key=value` and `key!=value`, joined by commas, for objects that are read
 * already. Throws `InputError` for any other form.
 */
export function parseLabelMatcher(selector: string): LabelMatcher {
  const terms = selector.split(',').map((term): LabelMatcher => {
    const match = /^([\w./-]+)(?:(!?=)=?([\w.-]*))?$/.exec(term.trim());
    if (!match) {
      throw new InputError(`"${term}" is not a label selector that is known`);
    }
    const [, key, operator, value] = match;
    if (operator === undefined) return labels => key in labels;
    return labels => (labels[key] === value) === (operator === '=');
  });
  return labels => terms.every(term => term(labels));
}
