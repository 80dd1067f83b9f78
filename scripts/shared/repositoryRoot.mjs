import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of the checkout. */
export const repositoryRoot = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);
