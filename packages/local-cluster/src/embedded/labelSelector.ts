import { badRequest } from './StatusError';
import { validateQualifiedName } from './validateNames';

/** Says whether labels fit a selector. */
export type LabelMatcher = (labels: Record<string, string>) => boolean;

const parseError = (why: string) =>
  badRequest(`unable to parse requirement: ${why}`);

/**
 * Compiles `a=b,c!=d,e in (f,g),h notin (i),j,!k`.
 *
 * @throws StatusError 400, worded as Kubernetes words it
 */
export function parseLabelSelector(selector: string): LabelMatcher {
  const tokens = tokenize(selector);
  const matchers: LabelMatcher[] = [];
  while (tokens.length > 0) {
    matchers.push(parseRequirement(tokens));
    const separator = tokens.shift();
    if (separator !== undefined && separator !== ',') {
      throw parseError(
        `found '${separator}', expected: ',' or 'end of string'`,
      );
    }
    if (separator === ',' && tokens.length === 0) {
      throw parseError(`found '', expected: identifier after ','`);
    }
  }
  return labels => matchers.every(matches => matches(labels));
}

function tokenize(selector: string): string[] {
  return selector.match(/==|!=|[=!<>(),]|[^\s=!<>(),]+/g) ?? [];
}

function isIdentifier(token: string | undefined): token is string {
  return token !== undefined && !/^(==|!=|[=!<>(),])$/.test(token);
}

function parseRequirement(tokens: string[]): LabelMatcher {
  const negated = tokens[0] === '!' && tokens.shift() !== undefined;
  const key = tokens.shift();
  if (!isIdentifier(key)) {
    throw parseError(`found '${key ?? ''}', expected: identifier`);
  }
  const [problem] = validateQualifiedName(key);
  if (problem) {
    throw parseError(`<nil>: Invalid value: "${key}": ${problem}`);
  }
  if (negated) {
    return labels => !Object.hasOwn(labels, key);
  }
  if (tokens.length === 0 || tokens[0] === ',') {
    return labels => Object.hasOwn(labels, key);
  }
  return parseComparison(key, tokens);
}

function parseComparison(key: string, tokens: string[]): LabelMatcher {
  const operator = tokens.shift()!;
  switch (operator) {
    case '=':
    case '==':
    case '!=': {
      const value = isValueEnd(tokens[0]) ? '' : tokens.shift()!;
      if (!isIdentifier(value) && value !== '') {
        throw parseError(`found '${value}', expected: identifier`);
      }
      return operator === '!='
        ? labels => labels[key] !== value
        : labels => labels[key] === value;
    }
    case 'in':
    case 'notin': {
      const values = parseValues(tokens);
      return operator === 'in'
        ? labels => Object.hasOwn(labels, key) && values.has(labels[key])
        : labels => !(Object.hasOwn(labels, key) && values.has(labels[key]));
    }
    case '<':
    case '>': {
      const bound = Number(tokens.shift());
      return labels =>
        Object.hasOwn(labels, key) &&
        (operator === '>'
          ? Number(labels[key]) > bound
          : Number(labels[key]) < bound);
    }
    default:
      throw parseError(
        `found '${operator}', expected: in, notin, =, ==, !=, gt, lt`,
      );
  }
}

function isValueEnd(token: string | undefined): boolean {
  return token === undefined || token === ',';
}

function parseValues(tokens: string[]): Set<string> {
  const open = tokens.shift();
  if (open !== '(') {
    throw parseError(`found '${open ?? ''}' expected: '('`);
  }
  const values = new Set<string>();
  let expectsValue = true;
  for (;;) {
    const token = tokens.shift();
    if (isIdentifier(token) && expectsValue) {
      values.add(token);
      expectsValue = false;
    } else if (token === ',' || token === ')') {
      if (expectsValue) {
        values.add('');
      }
      if (token === ')') {
        return values;
      }
      expectsValue = true;
    } else {
      throw parseError(`found '${token ?? ''}', expected: ',' or ')'`);
    }
  }
}
