/**
 * The elements of a JSON array, each with the text that it was written as, without the white space around it.
 * `undefined` when the text is not a JSON array.
 */
export function splitJsonArray(
  text: string,
): { text: string; value: unknown }[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed)) {
    return undefined;
  }
  // The text is valid JSON, so depth and strings are all there is to follow.
  const parts: string[] = [];
  const inner = text.slice(text.indexOf('[') + 1, text.lastIndexOf(']'));
  let depth = 0;
  let start = 0;
  for (let at = 0; at < inner.length; at += 1) {
    const character = inner[at];
    if (character === '"') {
      at += 1;
      while (inner[at] !== '"') at += inner[at] === '\\' ? 2 : 1;
    } else if (character === '{' || character === '[') {
      depth += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
    } else if (character === ',' && depth === 0) {
      parts.push(inner.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(inner.slice(start));
  return parsed.map((value, index) => ({ text: parts[index].trim(), value }));
}
