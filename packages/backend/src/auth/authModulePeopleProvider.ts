import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { peopleAuthenticator } from './peopleAuthenticator';

/**
 * Signs anybody in as any user of the catalog, without a password, so that one can see the portal as somebody with other
 * rights does. Like Backstage's guest provider it refuses to work outside of development.
 */
export const authModulePeopleProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'people-provider',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'people',
          factory: createProxyAuthProviderFactory({
            authenticator: peopleAuthenticator,
            signInResolver: async ({ result }, context) =>
              await context.signInWithCatalogUser({
                entityRef: { kind: 'User', name: result.person },
              }),
          }),
        });
      },
    });
  },
});
