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
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

const { config, denied, conditional } = JSON.parse(process.env.PORTAL!) as {
  config: ConstructorParameters<typeof ConfigReader>[0];
  denied: string[];
  conditional: Record<string, PolicyDecision>;
};

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
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register(env) {
      env.registerInit({
        deps: { policy: policyExtensionPoint },
        async init({ policy }) {
          policy.setPolicy({
            handle: async ({ permission }) =>
              conditional[permission.name] ?? {
                result: denied.includes(permission.name)
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
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
