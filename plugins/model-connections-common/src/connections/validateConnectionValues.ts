import {
  ConnectionTypeFormField,
  isValueField,
  sharedFieldProperties,
  ValueField,
} from '../connection-types/connectionTypeFieldSchema';
import { ValueIssue } from '../protocols/Protocol';
import { protocolOf, protocolsOfFields } from '../protocols/protocols';
import { ConnectionValue } from '../schema/openapi';
import { decimalText } from './decimalText';
import { bytesOf, valueSizeIssues } from './valueSizeIssues';

/**
 * The outcome of {@link validateConnectionValues}.
 *
 * @public
 */
export interface ValidatedConnectionValues {
  /** Empty when the values can be stored. */
  issues: ValueIssue[];
  /** The new values as the Secret stores them, by environment variable; empty optional ones are left out. */
  stored: Record<string, string>;
  /** The fields that were sent empty, so that a value kept so far goes. */
  emptied: string[];
}

/**
 * The values that a connection has and keeps unless new ones are sent, by environment variable. A browser does not know
 * hidden ones: `undefined` says that there is one.
 *
 * @public
 */
export type KeptConnectionValues = Readonly<Record<string, string | undefined>>;

type Outcome = { text: string } | { empty: true } | { problem: string };

const EMPTY: Outcome = { empty: true };
const NOT_TEXT: Outcome = { problem: 'Must be a text.' };

function choicesOutcome(
  field: Extract<ValueField, { type: 'dropdown' }>,
  value: ConnectionValue,
): Outcome {
  const chosen = Array.isArray(value) ? value : [value];
  if (chosen.some(choice => typeof choice !== 'string')) {
    return NOT_TEXT;
  }
  const choices = [...new Set(chosen as string[])].filter(c => c !== '');
  const values = field.properties.items.map(item => item.value);
  if (choices.some(choice => !values.includes(choice))) {
    return { problem: `Must be one of: ${values.join(', ')}.` };
  }
  if (choices.length === 0) {
    return EMPTY;
  }
  if (field.properties.variant === 'multi') {
    return { text: JSON.stringify(choices) };
  }
  return choices.length === 1
    ? { text: choices[0] }
    : { problem: 'Choose one only.' };
}

function numberOutcome(
  field: Extract<ValueField, { type: 'numeric' }>,
  value: ConnectionValue,
): Outcome {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return { problem: 'Must be a number.' };
  }
  const { min, max } = field.properties ?? {};
  if (min !== undefined && value < min) {
    return { problem: `Must be at least ${min}.` };
  }
  if (max !== undefined && value > max) {
    return { problem: `Must be at most ${max}.` };
  }
  return { text: decimalText(value) };
}

/** A Secret of the type for registry logins cannot be without one, whatever the connection type says. */
function isNeeded(field: ValueField): boolean {
  return field.envVar === '.dockerconfigjson'
    ? true
    : field.required === true && !sharedFieldProperties(field).deferInput;
}

/** Turns one value into its stored form by the rules of its field; `undefined` and empty texts are "empty". */
function outcome(
  field: ValueField,
  value: ConnectionValue | undefined,
): Outcome {
  if (field.type === 'boolean') {
    if (value === undefined) {
      return isNeeded(field) ? { text: 'false' } : EMPTY;
    }
    return typeof value === 'boolean'
      ? { text: String(value) }
      : { problem: 'Must be true or false.' };
  }
  if (value === undefined || value === '') {
    return EMPTY;
  }
  if (field.type === 'numeric') {
    return numberOutcome(field, value);
  }
  if (field.type === 'dropdown') {
    return choicesOutcome(field, value);
  }
  if (typeof value !== 'string') {
    return NOT_TEXT;
  }
  if (/\p{Surrogate}|\0/u.test(value)) {
    return { problem: 'Is not UTF-8 text.' };
  }
  if (field.type === 'short-text' || field.type === 'uri') {
    const text = value.trim();
    if (text === '') {
      return EMPTY;
    }
    // Browsers and Node.js differ in what white space they let pass.
    return field.type === 'uri' && (/\s/.test(text) || !URL.canParse(text))
      ? { problem: 'Must be an absolute URI, such as https://host/path.' }
      : { text };
  }
  return { text: value };
}

/**
 * The protocols' own rules over what the connection will hold. What was wrong before and is not touched now is let pass,
 * so that nobody is kept from an edit by what somebody else wrote.
 */
function protocolIssues(
  fields: ConnectionTypeFormField[],
  after: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>>,
  touched: (field: string) => boolean,
): ValueIssue[] {
  return protocolsOfFields(fields).flatMap(id => {
    const protocol = protocolOf(id)!;
    const old = protocol.validate(before).map(issue => issue.field);
    return protocol
      .validate(after)
      .filter(issue => touched(issue.field) || !old.includes(issue.field));
  });
}

const known = (values: KeptConnectionValues) =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );

/**
 * Checks the values for a connection of a type with these fields, all at once, and gives them in their stored form.
 * A field that is read-only takes its default, whatever is sent. With `kept`, what the connection has already, only
 * what is sent is checked, and that nothing required is missing; `keptBytes` are the sizes of what is kept, where its text
 * does not tell (it may be no text). Messages name no value. Never throws.
 *
 * @public
 */
export function validateConnectionValues(
  fields: ConnectionTypeFormField[],
  values: Readonly<Record<string, ConnectionValue>>,
  kept: KeptConnectionValues = {},
  keptBytes: Readonly<Record<string, number>> = {},
): ValidatedConnectionValues {
  const issues: ValueIssue[] = [];
  const stored: Record<string, string> = {};
  const emptied: string[] = [];
  const valueFields = fields.filter(isValueField);
  const envVars = new Set(valueFields.map(field => field.envVar));

  for (const key of Object.keys(values)) {
    if (!envVars.has(key)) {
      issues.push({ field: key, message: 'Is not a field of this type.' });
    }
  }
  for (const field of valueFields) {
    const sent = Object.hasOwn(values, field.envVar);
    if (!sent && Object.hasOwn(kept, field.envVar)) {
      continue;
    }
    const properties = sharedFieldProperties(field);
    const value = sent ? values[field.envVar] : undefined;
    const result = outcome(
      field,
      properties.defaultReadOnly ? properties.defaultValue : value,
    );
    if ('problem' in result) {
      issues.push({ field: field.envVar, message: result.problem });
    } else if ('text' in result) {
      stored[field.envVar] = result.text;
    } else if (isNeeded(field)) {
      issues.push({ field: field.envVar, message: 'Is required.' });
    } else if (sent) {
      emptied.push(field.envVar);
    }
  }

  const faulty = new Set(issues.map(issue => issue.field));
  const before = known(kept);
  const after = { ...before, ...stored };
  emptied.forEach(key => delete after[key]);
  issues.push(
    ...protocolIssues(fields, after, before, field =>
      Object.hasOwn(values, field),
    ).filter(issue => !faulty.has(issue.field)),
    ...valueSizeIssues(after, { ...keptBytes, ...bytesOf(stored) }),
  );
  return { issues, stored, emptied };
}
