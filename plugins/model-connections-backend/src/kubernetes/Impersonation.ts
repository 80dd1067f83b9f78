import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ImpersonationConfig } from '../config/KubernetesConfig';
import { BadGatewayError } from '../errors/errors';
import { needsSignIn } from './clusterSignIn';
import { GatewayOptions, KubernetesCluster } from './KubernetesGateway';
import { ImpersonatedPerson, mapIdentity } from './mapIdentity';

/** What {@link Impersonation} is made of. */
export interface ImpersonationOptions {
  config: ImpersonationConfig;
  auth: AuthService;
  userInfo: UserInfoService;
}

/** Finds out as whom the portal's account acts in a cluster. */
export class Impersonation {
  // By the credentials of a request, which has one object of them: asked once, and gone with the request.
  readonly #people = new WeakMap<
    BackstageCredentials,
    Promise<ImpersonatedPerson>
  >();

  private constructor(private readonly options: ImpersonationOptions) {}

  static create(options: ImpersonationOptions) {
    return new Impersonation(options);
  }

  /**
   * The person to act as; `undefined` where the portal's account, or the person's own token, is used as it is: for
   * clusters with a sign-in, and for services of the portal, who have no name in a cluster. Throws `NotAllowedError` for
   * a person who cannot be named to a cluster.
   */
  async personFor(
    cluster: KubernetesCluster,
    { credentials }: GatewayOptions,
  ): Promise<ImpersonatedPerson | undefined> {
    if (needsSignIn(cluster)) {
      return undefined;
    }
    const { auth, userInfo, config } = this.options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return undefined;
    }
    let person = this.#people.get(credentials);
    if (!person) {
      person = userInfo
        .getUserInfo(credentials)
        .catch(() => {
          // Its error would be serialised with every property.
          throw new BadGatewayError(
            'The auth plugin of this portal does not say who you are and what groups you are in. Sign in again.',
          );
        })
        .then(identity => mapIdentity(identity, config));
      this.#people.set(credentials, person);
    }
    return await person;
  }
}
