import {
  ConnectionType,
  ConnectionTypeField,
} from '@mooring/backstage-plugin-model-connections-common';

/** A type for tests. */
export function connectionTypeFixture(
  overrides: Partial<ConnectionType> & { name: string },
): ConnectionType {
  return {
    categories: ['Test'],
    enabled: true,
    preinstalled: false,
    protocols: [],
    fields: [],
    createdAt: '2026-01-01T00:00:00Z',
    resourceVersion: '1',
    convention: 'alauda',
    allowedActions: [],
    ...overrides,
  };
}

/** One field of each kind, and one that is fixed. */
export const everyField: ConnectionTypeField[] = [
  { type: 'section', name: 'Server', description: 'Where it answers' },
  {
    type: 'short-text',
    name: 'Host',
    description: 'Without port',
    envVar: 'HOST',
    required: true,
    properties: {},
  },
  {
    type: 'numeric',
    name: 'Port',
    envVar: 'PORT',
    properties: { defaultValue: 5432, min: 1, max: 65535, unit: 'tcp' },
  },
  { type: 'uri', name: 'Proxy', envVar: 'PROXY', properties: {} },
  { type: 'text', name: 'Notes', envVar: 'NOTES', properties: {} },
  {
    type: 'boolean',
    name: 'Pooling',
    envVar: 'POOL',
    properties: { label: 'Use the pooler' },
  },
  { type: 'section', name: 'Access' },
  {
    type: 'hidden',
    name: 'Password',
    envVar: 'PASSWORD',
    required: true,
    properties: {},
  },
  {
    type: 'dropdown',
    name: 'Mode',
    envVar: 'MODE',
    properties: {
      variant: 'single',
      defaultValue: ['strict'],
      items: [
        { label: 'Strict', value: 'strict' },
        { label: 'Loose', value: 'loose' },
      ],
    },
  },
  {
    type: 'dropdown',
    name: 'Rights',
    envVar: 'RIGHTS',
    properties: {
      variant: 'multi',
      items: [
        { label: 'Read', value: 'r' },
        { label: 'Write', value: 'w' },
      ],
    },
  },
  {
    type: 'file',
    name: 'Certificate',
    envVar: 'ca.pem',
    properties: { extensions: ['.pem'] },
  },
  {
    type: 'short-text',
    name: 'Region',
    envVar: 'REGION',
    properties: { defaultValue: 'eu-1', defaultReadOnly: true },
  },
];
