/** Below this length a value may be part of any word, so nothing around it can be kept. */
const SHORTEST_TO_CUT = 4;

/** Go writes three characters more as escapes than JavaScript does. */
const goJson = (value: string) =>
  JSON.stringify(value)
    .slice(1, -1)
    .replace(
      /[<>&]/g,
      character => `\\u00${character.charCodeAt(0).toString(16)}`,
    );

/** The forms in which a webhook may echo a value: as sent, as stored, and quoted. */
function forms(value: string): string[] {
  return [
    value,
    Buffer.from(value).toString('base64'),
    JSON.stringify(value).slice(1, -1),
    goJson(value),
    ...value
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(line => line.length >= SHORTEST_TO_CUT),
  ];
}

/** Words of a whole object in a message: seen on Kubernetes 1.36, which repeats a Secret when a patch does not fit it. */
const OBJECT = /"?(data|stringData)\\*"?\s*:|last-applied-configuration/;

const NOT_SHOWN =
  'The cluster refused the object. Its message may hold a hidden value and is not shown.';

/**
 * Takes values out of a message that somebody else wrote. Where a value is too short to be cut out safely, or the message
 * repeats a whole object, all of it goes.
 */
export function scrubValues(message: string, values: string[]): string {
  if (OBJECT.test(message)) {
    return NOT_SHOWN;
  }
  const present = values
    .filter(value => value !== '')
    .flatMap(forms)
    .filter(form => message.includes(form))
    .sort((one, other) => other.length - one.length);
  if (present.some(form => form.length < SHORTEST_TO_CUT)) {
    return NOT_SHOWN;
  }
  return present.reduce((text, form) => text.replaceAll(form, '•••'), message);
}
