import { ProxiedSignInPage } from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  type SignInPageProps,
} from '@backstage/plugin-app-react';

const GuestSignInPage = (props: SignInPageProps) => (
  <ProxiedSignInPage {...props} provider="guest" />
);

/**
 * Signs everybody in as the guest without asking, so that the example opens on its content. A portal for real people
 * replaces this module by the sign-in page of its identity provider.
 */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: { loader: async () => GuestSignInPage },
    }),
  ],
});
