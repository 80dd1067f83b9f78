import { createBackendModule } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** Names whom to sign in. */
const PERSON_HEADER = 'x-example-person';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async ({ person }: { person: string }) => ({
    profile: { displayName: person },
  }),
  initialize: () => undefined,
  async authenticate({ req }) {
    if (process.env.NODE_ENV !== 'development') {
      throw new NotAllowedError(
        'The people of the example can be signed in as in development only.',
      );
    }
    const person = req.get(PERSON_HEADER);
    if (!person || !/^[a-z0-9-]{1,63}$/.test(person)) {
      throw new InputError(
        `The header ${PERSON_HEADER} must hold the name of a user of the catalog.`,
      );
    }
    return { result: { person } };
  },
});

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
            authenticator,
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
