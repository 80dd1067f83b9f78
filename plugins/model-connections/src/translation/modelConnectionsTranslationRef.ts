import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { en } from './en';

/**
 * The words of the pages and entity tabs: English, and Chinese loaded when asked for. The widgets have their own, in
 * the `-react` package.
 *
 * @public
 */
export const modelConnectionsTranslationRef = createTranslationRef({
  id: 'plugin.model-connections',
  messages: en,
  translations: { zh: () => import('./zh') },
});
