/**
 * A real backend in a process of its own: the Kubernetes plugin loads ES modules that Jest cannot, and what it prints is
 * all that it prints. Started by {@link startTestPortal}; config comes in the environment variable `PORTAL`.
 */
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import type { PortalSettings } from './PortalSettings';

const { config, policy, people }: PortalSettings = JSON.parse(
  process.env.PORTAL!,
);

const backend = createBackend();
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => new ConfigReader(config),
  }),
);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(
  createBackendModule({
    pluginId: 'auth',
    moduleId: 'test-people',
    register(env) {
      env.registerInit({
        deps: { providers: authProvidersExtensionPoint },
        async init({ providers }) {
          providers.registerProvider({
            providerId: 'people',
            factory: createProxyAuthProviderFactory({
              authenticator: createProxyAuthenticator({
                defaultProfileTransform: async () => ({ profile: {} }),
                initialize() {},
                authenticate: async ({ req }) => ({
                  result: String(req.headers['test-person']),
                }),
              }),
              signInResolver: async ({ result: sub }, context) =>
                await context.issueToken({
                  claims: { sub, ent: [sub, ...(people[sub].groups ?? [])] },
                }),
            }),
          });
        },
      });
    },
  }),
);
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register(env) {
      env.registerInit({
        deps: { extensionPoint: policyExtensionPoint },
        async init({ extensionPoint }) {
          extensionPoint.setPolicy({
            handle: async ({ permission: { name } }, user) => {
              const { denied, conditional } =
                people[user?.info.userEntityRef ?? ''] ?? policy;
              return (
                conditional?.[name] ?? {
                  result: denied?.includes(name)
                    ? AuthorizeResult.DENY
                    : AuthorizeResult.ALLOW,
                }
              );
            },
          });
        },
      });
    },
  }),
);
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('../index'));

process.on('disconnect', () => process.exit());
backend.start().then(
  () => process.send!('started'),
  error => {
    // eslint-disable-next-line no-console
    console.error(error);
    process.exit(1);
  },
);
