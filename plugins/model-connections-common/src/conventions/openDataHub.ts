import { Convention } from './Convention';

/**
 * The names of Open Data Hub and OpenShift AI.
 *
 * @public
 */
export const openDataHub: Convention = {
  id: 'open-data-hub',
  typeNamespace: 'opendatahub',
  typeLabels: {
    'opendatahub.io/dashboard': 'true',
    'opendatahub.io/connection-type': 'true',
  },
  preinstalledLabel: { key: 'platform.opendatahub.io/part-of' },
  typeAnnotations: {
    displayName: ['openshift.io/display-name'],
    description: 'openshift.io/description',
    disabled: 'opendatahub.io/disabled',
    creator: 'opendatahub.io/username',
  },
  connectionLabel: { key: 'opendatahub.io/dashboard', value: 'true' },
  connectionAnnotations: {
    displayName: ['openshift.io/display-name'],
    description: 'openshift.io/description',
    typeName: [
      'opendatahub.io/connection-type-ref',
      'opendatahub.io/connection-type',
    ],
    protocol: 'opendatahub.io/connection-type-protocol',
    creator: 'opendatahub.io/username',
    checkStatus: 'opendatahub.io/connection-test-status',
    checkAt: 'opendatahub.io/connection-test-timestamp',
    checkMessage: 'opendatahub.io/connection-test-message',
    hidden: 'opendatahub.io/connection-hidden',
  },
  serviceAnnotations: {
    connection: 'opendatahub.io/connections',
    s3Path: 'opendatahub.io/connection-path',
  },
  completeS3Marks: {
    labels: { 'opendatahub.io/managed': 'true' },
    annotations: { 'connection-type': 's3' },
  },
  extraKeys: { s3: ['AWS_S3_ENDPOINT', 'AWS_S3_BUCKET'] },
  habits: { pullsWithoutAccessType: true },
};
