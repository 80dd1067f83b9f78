import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

/**
 * Signs everybody in without asking, so that the example opens on its content. A portal for real people replaces this
 * module by the sign-in page of its identity provider.
 */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: () =>
          import('./PersonSignInPage').then(m => m.PersonSignInPage),
      },
    }),
  ],
});
