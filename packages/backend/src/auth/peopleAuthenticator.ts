import { InputError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** Names whom to sign in. */
const PERSON_HEADER = 'x-example-person';

/** Believes whoever says to be a user of the catalog, in development. Throws `NotAllowedError` everywhere else. */
export const peopleAuthenticator = createProxyAuthenticator({
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
