import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { en } from './en';

/**
 * The words of the widgets: English, and Chinese loaded when asked for.
 *
 * @public
 */
export const modelConnectionsReactTranslationRef = createTranslationRef({
  id: 'plugin.model-connections-react',
  messages: en,
  translations: { zh: () => import('./zh') },
});
