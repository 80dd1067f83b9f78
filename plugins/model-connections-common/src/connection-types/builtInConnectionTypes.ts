import { Protocol } from '../protocols/Protocol';
import { azure } from '../protocols/azure';
import { gcs } from '../protocols/gcs';
import { hf } from '../protocols/hf';
import { oci } from '../protocols/oci';
import { s3 } from '../protocols/s3';
import { uri } from '../protocols/uri';
import { ConnectionTypeFormField } from './connectionTypeFieldSchema';

/**
 * A connection type as it is written: without what only a stored one has.
 *
 * @public
 */
export interface ConnectionTypeDefinition {
  /** The resource name, `ct-` and a slug. */
  name: string;
  displayName: string;
  description?: string;
  categories: string[];
  fields: ConnectionTypeFormField[];
}

const builtIn = (
  protocol: Protocol,
  definition: Omit<ConnectionTypeDefinition, 'fields'>,
): ConnectionTypeDefinition => ({ ...definition, fields: protocol.fields });

/**
 * The types that *Install the built-in types* creates, marked as preinstalled. Installing overwrites nothing.
 *
 * @public
 */
export const builtInConnectionTypes: readonly ConnectionTypeDefinition[] = [
  builtIn(s3, {
    name: 'ct-s3-storage',
    displayName: 'S3 storage',
    description: 'Any S3-compatible bucket',
    categories: ['Object storage'],
  }),
  builtIn(oci, {
    name: 'ct-oci-registry',
    displayName: 'OCI registry',
    description: 'Model images in a registry',
    categories: ['Registry'],
  }),
  builtIn(uri, {
    name: 'ct-uri-repository',
    displayName: 'URI',
    description: 'One address of a model',
    categories: ['URI'],
  }),
  builtIn(gcs, {
    name: 'ct-gcs',
    displayName: 'Google Cloud Storage',
    description: 'Bucket with a service account',
    categories: ['Object storage'],
  }),
  builtIn(azure, {
    name: 'ct-azure-blob',
    displayName: 'Azure Blob',
    description: 'Container with a key or a service principal',
    categories: ['Object storage'],
  }),
  builtIn(hf, {
    name: 'ct-huggingface',
    displayName: 'Hugging Face',
    description: 'A token for the Hub',
    categories: ['Hub'],
  }),
];
