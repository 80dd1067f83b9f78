/** Below this length a value may be part of any word, so nothing around it can be kept. */
const SHORTEST_TO_CUT = 4;

/** The forms in which a webhook may echo a value: as sent, as stored, and quoted. */
function forms(value: string): string[] {
  return [
    value,
    Buffer.from(value).toString('base64'),
    JSON.stringify(value).slice(1, -1),
    ...value.split('\n').filter(line => line.trim().length >= SHORTEST_TO_CUT),
  ];
}

/**
 * Takes values out of a message that somebody else wrote. Where a value is too short to be cut out safely, the whole
 * message goes.
 */
export function scrubValues(message: string, values: string[]): string {
  const present = values
    .filter(value => value !== '')
    .flatMap(forms)
    .filter(form => message.includes(form))
    .sort((one, other) => other.length - one.length);
  if (present.some(form => form.length < SHORTEST_TO_CUT)) {
    return 'The cluster refused the object. Its message may hold a hidden value and is not shown.';
  }
  return present.reduce((text, form) => text.replaceAll(form, '•••'), message);
}
