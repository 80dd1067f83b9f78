import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

/**
 * The example portal. Its plugins are the frontend plugins among the dependencies in package.json: feature discovery
 * (`app.packages` in app-config.yaml) finds them, so an added plugin needs no line here.
 */
export const app = createApp({ features: [navModule, signInModule] });
