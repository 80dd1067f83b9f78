import { ValueField } from '../connection-types/connectionTypeFieldSchema';
import { ConnectionValue } from '../schema/openapi';

function choices(text: string): string[] {
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed) && parsed.every(c => typeof c === 'string')) {
      return parsed;
    }
  } catch {
    // a plain value, as single choices are stored
  }
  return [text];
}

/**
 * Turns a stored text back into what the form holds. Tolerant, as others may have written it: a text that does not fit
 * its field comes back as that text.
 *
 * @public
 */
export function readStoredValue(
  field: ValueField,
  text: string,
): ConnectionValue {
  switch (field.type) {
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : text;
    case 'numeric': {
      const value = Number(text);
      return text.trim() !== '' && Number.isFinite(value) ? value : text;
    }
    case 'dropdown': {
      const chosen = choices(text);
      if (field.properties.variant === 'multi') return chosen;
      return chosen.length === 1 ? chosen[0] : text;
    }
    default:
      return text;
  }
}
