const alphanumericEnds =
  'and must start and end with an alphanumeric character';

const subdomain =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const qualifiedNamePart = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const labelValue = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const configKey = /^[-._a-zA-Z0-9]+$/;

/** What is wrong with the name of an object, in Kubernetes' words. */
export function validateSubdomain(name: string): string[] {
  return [
    ...(name.length > 253 ? ['must be no more than 253 bytes'] : []),
    ...(subdomain.test(name)
      ? []
      : [
          `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', ${alphanumericEnds} (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
        ]),
  ];
}

/** What is wrong with the name of a namespace. */
export function validateLabelName(name: string): string[] {
  const problems = name.length > 63 ? ['must be no more than 63 bytes'] : [];
  if (label.test(name)) {
    return problems;
  }
  return [
    ...problems,
    subdomain.test(name)
      ? 'must not contain dots'
      : `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', ${alphanumericEnds} (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`,
  ];
}

/** What is wrong with the key of a label or annotation. */
export function validateQualifiedName(key: string): string[] {
  const slash = key.indexOf('/');
  const problems: string[] = [];
  if (slash >= 0) {
    const prefix = key.slice(0, slash);
    if (prefix === '') {
      problems.push('prefix part must be non-empty');
    } else {
      problems.push(
        ...validateSubdomain(prefix).map(problem => `prefix part ${problem}`),
      );
    }
  }
  const name = key.slice(slash + 1);
  if (name === '') {
    problems.push('name part must be non-empty');
  } else if (name.length > 63) {
    problems.push('name part must be no more than 63 bytes');
  }
  if (!qualifiedNamePart.test(name)) {
    problems.push(
      `name part must consist of alphanumeric characters, '-', '_' or '.', ${alphanumericEnds} (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`,
    );
  }
  // The real server stops at an empty prefix.
  return problems[0] === 'prefix part must be non-empty'
    ? problems.slice(0, 1)
    : problems;
}

/** What is wrong with the value of a label. */
export function validateLabelValue(value: string): string[] {
  return [
    ...(value.length > 63 ? ['must be no more than 63 bytes'] : []),
    ...(labelValue.test(value)
      ? []
      : [
          `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', ${alphanumericEnds} (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
        ]),
  ];
}

/** What is wrong with a data key of a Secret or ConfigMap. */
export function validateConfigKey(key: string): string[] {
  return [
    ...(key.length > 253 ? ['must be no more than 253 bytes'] : []),
    ...(configKey.test(key)
      ? []
      : [
          "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
        ]),
    ...(key === '.' ? ["must not be '.'"] : []),
    ...(key === '..' ? ["must not be '..'"] : []),
    ...(key.startsWith('..') && key !== '..'
      ? ["must not start with '..'"]
      : []),
  ];
}
