import { Protocol, ValueIssue } from './Protocol';

/**
 * One address of one model. The address may carry a token in its query, so nothing of it is put into metadata.
 *
 * @public
 */
export const uri: Protocol = {
  id: 'uri',
  title: 'URI',
  fields: [
    {
      type: 'section',
      name: 'Address',
      description:
        'Where the model lies, and how to sign in where that is needed',
    },
    {
      type: 'uri',
      name: 'URI',
      description:
        'Such as https://example.com/model.onnx, hf://owner/model or pvc://claim/path. It is shown to everybody who sees the connection',
      envVar: 'URI',
      required: true,
      properties: {},
    },
    {
      type: 'short-text',
      name: 'Host for headers',
      description:
        'For https behind a login: the host without port that the headers are sent to',
      envVar: 'https-host',
      properties: {},
    },
    {
      type: 'hidden',
      name: 'Headers',
      description:
        'For https behind a login: a JSON object such as {"Authorization": "Bearer …"}',
      envVar: 'headers',
      properties: {},
    },
  ],
  destinationKeys: ['URI', 'https-host'],
  sendsCredentials: true,
  matches: keys => keys.has('URI'),
  injects: keys => keys.has('https-host'),
  validate(values) {
    const issues: ValueIssue[] = [];
    const address = values.URI;
    if (address !== undefined && URL.canParse(address)) {
      const { username, password } = new URL(address);
      if (username || password) {
        issues.push({
          field: 'URI',
          message:
            'Must not carry a user name or password: an address is shown. Use the headers for https behind a login.',
        });
      }
    }
    const host = values['https-host'];
    if (host !== undefined && /[:/\s]/.test(host)) {
      issues.push({
        field: 'https-host',
        message: 'Must be a host alone, without scheme, port or path.',
      });
    }
    const headers = values.headers;
    if (headers !== undefined && !isHeaders(headers)) {
      issues.push({
        field: 'headers',
        message: 'Must be a JSON object whose values are strings.',
      });
    }
    return issues;
  },
  servingAnnotations: () => ({}),
  servingAnnotationKeys: [],
  modelSource: () => undefined,
  servingProblem: () => undefined,
  pathProblem: path =>
    path === ''
      ? undefined
      : 'The address is the whole location; leave the path empty.',
  modelUri: values => values.URI ?? '',
};

function isHeaders(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return (
      typeof parsed === 'object' &&
      parsed !== null &&
      !Array.isArray(parsed) &&
      Object.values(parsed).every(value => typeof value === 'string')
    );
  } catch {
    return false;
  }
}
