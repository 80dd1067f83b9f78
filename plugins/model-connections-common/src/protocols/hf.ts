import { isHttpUrl } from './isHttpUrl';
import { Protocol } from './Protocol';

/**
 * The Hugging Face Hub. KServe passes only the token on: another hub needs a ClusterStorageContainer of the admin's.
 *
 * @public
 */
export const hf: Protocol = {
  id: 'hf',
  title: 'HF',
  fields: [
    {
      type: 'section',
      name: 'Hub access',
      description: 'The token that opens the repositories',
    },
    {
      type: 'hidden',
      name: 'Token',
      description: 'An access token with read rights, it starts with hf_',
      envVar: 'HF_TOKEN',
      required: true,
      properties: {},
    },
    {
      type: 'uri',
      name: 'Endpoint',
      description:
        'Another hub than huggingface.co: used when the connection is tested. KServe does not see it; an admin has to set it up there',
      envVar: 'HF_ENDPOINT',
      properties: {},
    },
  ],
  destinationKeys: ['HF_ENDPOINT'],
  sendsCredentials: true,
  matches: keys => keys.has('HF_TOKEN'),
  injects: keys => keys.has('HF_TOKEN'),
  validate: values =>
    values.HF_ENDPOINT !== undefined && !isHttpUrl(values.HF_ENDPOINT)
      ? [
          {
            field: 'HF_ENDPOINT',
            message: 'Must start with http:// or https://.',
          },
        ]
      : [],
  servingAnnotations: () => ({}),
  servingAnnotationKeys: [],
  modelSource: () => ({ base: 'hf://' }),
  servingProblem: () => undefined,
  pathProblem: path =>
    /^[\w.-]+\/[\w.-]+(:[\w./-]+)?$/.test(path)
      ? undefined
      : 'Must be owner/model, with :revision where one is wanted.',
  modelUri: (_values, path) => `hf://${path}`,
};
