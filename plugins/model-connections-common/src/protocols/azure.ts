import { objectPathProblem } from './objectPathProblem';
import { Protocol, ValueIssue } from './Protocol';

const PRINCIPAL = [
  'AZURE_CLIENT_ID',
  'AZURE_CLIENT_SECRET',
  'AZURE_TENANT_ID',
] as const;

function containerUrl(values: Readonly<Record<string, string>>): string {
  return `https://${values.AZURE_ACCOUNT_NAME}.blob.core.windows.net/${values.AZURE_CONTAINER}`;
}

/**
 * Azure Blob Storage, with an account key or a service principal. KServe takes the principal where both are there, and
 * asks for the tenant whenever there is a client id.
 *
 * @public
 */
export const azure: Protocol = {
  id: 'azure',
  title: 'Azure',
  fields: [
    {
      type: 'section',
      name: 'Container',
      description: 'The storage account and the container in it',
    },
    {
      type: 'short-text',
      name: 'Storage account',
      envVar: 'AZURE_ACCOUNT_NAME',
      required: true,
      properties: {},
    },
    {
      type: 'short-text',
      name: 'Container',
      description: 'Needed to deploy a model',
      envVar: 'AZURE_CONTAINER',
      properties: {},
    },
    {
      type: 'section',
      name: 'Sign-in',
      description:
        'The account key, or the three values of a service principal',
    },
    {
      type: 'hidden',
      name: 'Account key',
      envVar: 'AZURE_STORAGE_ACCESS_KEY',
      properties: {},
    },
    {
      type: 'short-text',
      name: 'Client id',
      envVar: 'AZURE_CLIENT_ID',
      properties: {},
    },
    {
      type: 'hidden',
      name: 'Client secret',
      envVar: 'AZURE_CLIENT_SECRET',
      properties: {},
    },
    {
      type: 'short-text',
      name: 'Tenant id',
      envVar: 'AZURE_TENANT_ID',
      properties: {},
    },
  ],
  destinationKeys: ['AZURE_ACCOUNT_NAME', 'AZURE_TENANT_ID'],
  sendsCredentials: false,
  matches: keys =>
    keys.has('AZURE_STORAGE_ACCESS_KEY') || keys.has('AZURE_CLIENT_ID'),
  injects: keys => azure.matches(keys),
  validate(values) {
    const issues: ValueIssue[] = [];
    const given = PRINCIPAL.filter(key => values[key] !== undefined);
    if (given.length > 0) {
      for (const key of PRINCIPAL.filter(k => !given.includes(k))) {
        issues.push({
          field: key,
          message: 'A service principal needs client id, secret and tenant id.',
        });
      }
    } else if (values.AZURE_STORAGE_ACCESS_KEY === undefined) {
      issues.push({
        field: 'AZURE_STORAGE_ACCESS_KEY',
        message: 'Give an account key, or the values of a service principal.',
      });
    }
    const account = values.AZURE_ACCOUNT_NAME;
    if (account !== undefined && !/^[a-z0-9]{3,24}$/.test(account)) {
      issues.push({
        field: 'AZURE_ACCOUNT_NAME',
        message: 'Must be 3 to 24 lower-case letters and digits.',
      });
    }
    const container = values.AZURE_CONTAINER;
    if (
      container !== undefined &&
      !/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(container)
    ) {
      issues.push({
        field: 'AZURE_CONTAINER',
        message: 'Must be 3 to 63 lower-case letters, digits and single "-".',
      });
    }
    return issues;
  },
  servingAnnotations: () => ({}),
  servingAnnotationKeys: [],
  modelSource: shown =>
    shown.AZURE_ACCOUNT_NAME && shown.AZURE_CONTAINER
      ? { base: containerUrl(shown) }
      : {},
  servingProblem: source =>
    source.base
      ? undefined
      : 'No storage account and container are set; add them to deploy a model from it.',
  pathProblem: objectPathProblem,
  modelUri: (values, path) => `${containerUrl(values)}/${path}`,
};
