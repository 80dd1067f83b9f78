import { TestApiProvider } from '@backstage/test-utils';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import {
  Cluster,
  ModelConnectionsApi,
} from '@mooring/backstage-plugin-model-connections-common';
import { act, renderHook } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { modelConnectionsApiRef } from '../../api';
import { useClusterSignIn } from './useClusterSignIn';
import { useModelConnectionsApi } from './useModelConnectionsApi';
import { useOnClusterSignIn } from './useOnClusterSignIn';

const cluster = (name: string, authProvider: string, more = {}): Cluster => ({
  name,
  title: name,
  authProvider,
  conventions: { read: ['alauda'], write: 'alauda' },
  ...more,
});
const OKTA = 'Backstage-Kubernetes-Authorization-oidc-okta';
const PREFIXED = { clusterTokens: { [OKTA]: 'token of oidc.okta' } };

function setUp() {
  const clusters = [
    cluster('okta', 'oidc', { oidcTokenProvider: 'okta' }),
    cluster('okta-too', 'oidc', { oidcTokenProvider: 'okta' }),
    cluster('google', 'google'),
    cluster('plain', 'serviceAccount'),
    cluster('odd', 'oidc', { oidcTokenProvider: 'Odd', unusable: 'Odd.' }),
  ];
  const api = {
    listClusters: jest.fn(async (..._: unknown[]) => ({ items: clusters })),
    listNamespaces: jest.fn(async (..._: unknown[]) => ({ items: [] })),
  };
  const getCredentials = jest.fn(async (key: string) => ({
    token: `token of ${key}`,
  }));
  const authProviders = { getCredentials };
  const render = <T,>(hook: () => T, withPlugin = true) =>
    renderHook(hook, {
      wrapper: ({ children }: PropsWithChildren<{}>) => (
        <TestApiProvider
          apis={[
            [modelConnectionsApiRef, api as unknown as ModelConnectionsApi],
            ...(withPlugin
              ? ([[kubernetesAuthProvidersApiRef, authProviders]] as const)
              : []),
          ]}
        >
          {children}
        </TestApiProvider>
      ),
    });
  return { api, getCredentials, render };
}

describe('useModelConnectionsApi', () => {
  it('is the same for all components, in every render', () => {
    const { render } = setUp();
    const one = render(useModelConnectionsApi);
    const first = one.result.current;
    one.rerender();
    expect(one.result.current).toBe(first);
    expect(render(useModelConnectionsApi).result.current).toBe(first);
  });

  it('adds to each call the token of its cluster, and asks for the clusters once', async () => {
    const { api, getCredentials, render } = setUp();
    const { current } = render(useModelConnectionsApi).result;
    const names = ['okta', 'google', 'plain', 'odd', 'unknown'];
    await Promise.all(
      names.map(name => current.listNamespaces({ cluster: name })),
    );
    expect(api.listNamespaces.mock.calls).toEqual([
      ...['plain', 'odd', 'unknown'].map(name => [
        { cluster: name },
        undefined,
      ]),
      [{ cluster: 'okta' }, PREFIXED],
      [
        { cluster: 'google' },
        {
          clusterTokens: {
            'Backstage-Kubernetes-Authorization-google': 'token of google',
          },
        },
      ],
    ]);
    expect(api.listClusters).toHaveBeenCalledTimes(1);
    expect(getCredentials.mock.calls.flat()).toEqual(['oidc.okta', 'google']);
  });

  it('keeps no token: the next call asks the portal again', async () => {
    const { api, getCredentials, render } = setUp();
    const { current } = render(useModelConnectionsApi).result;
    await current.listClusters();
    await Promise.all([
      current.listNamespaces({ cluster: 'okta' }),
      current.listNamespaces({ cluster: 'okta-too' }),
    ]);
    expect(getCredentials).toHaveBeenCalledTimes(1);
    getCredentials.mockResolvedValue({ token: 'renewed' });
    await current.listNamespaces({ cluster: 'okta' }, { token: 'portal' });
    expect(api.listNamespaces).toHaveBeenLastCalledWith(
      { cluster: 'okta' },
      { token: 'portal', clusterTokens: { [OKTA]: 'renewed' } },
    );
    expect(api.listClusters).toHaveBeenCalledTimes(1);
  });

  it('leaves it to the server to refuse where the clusters cannot be listed', async () => {
    const { api, getCredentials, render } = setUp();
    const { current } = render(useModelConnectionsApi).result;
    api.listClusters.mockRejectedValueOnce(new Error('No rights'));
    await current.listNamespaces({ cluster: 'okta' });
    expect(api.listNamespaces).toHaveBeenLastCalledWith(
      { cluster: 'okta' },
      undefined,
    );
    expect(getCredentials).not.toHaveBeenCalled();
    await current.listNamespaces({ cluster: 'okta' });
    expect(api.listNamespaces).toHaveBeenLastCalledWith(
      { cluster: 'okta' },
      PREFIXED,
    );
  });

  it('asks no more after a refusal until the person signs in, then tells those who wait', async () => {
    const { api, getCredentials, render } = setUp();
    const onSignIn = jest.fn();
    const { result, rerender } = render(() => {
      useOnClusterSignIn(onSignIn);
      return {
        api: useModelConnectionsApi(),
        signIn: useClusterSignIn('okta'),
        plain: useClusterSignIn('plain'),
      };
    });
    await result.current.api.listClusters();
    getCredentials.mockRejectedValue(new Error('Rejected'));
    for (const name of ['okta', 'okta', 'okta-too']) {
      await result.current.api.listNamespaces({ cluster: name });
      expect(api.listNamespaces).toHaveBeenLastCalledWith(
        { cluster: name },
        undefined,
      );
    }
    expect(getCredentials).toHaveBeenCalledTimes(1);

    rerender();
    const { signIn, plain } = result.current;
    expect(plain).toBeUndefined();
    expect(signIn).toMatchObject({ name: 'okta', missing: undefined });
    await expect(signIn?.signIn()).rejects.toThrow('Rejected');
    expect(onSignIn).not.toHaveBeenCalled();

    getCredentials.mockImplementation(async key => ({
      token: `token of ${key}`,
    }));
    await act(async () => signIn?.signIn());
    expect(onSignIn).toHaveBeenCalledTimes(1);
    await result.current.api.listNamespaces({ cluster: 'okta-too' });
    expect(api.listNamespaces).toHaveBeenLastCalledWith(
      { cluster: 'okta-too' },
      PREFIXED,
    );
  });

  it('does without the Kubernetes plugin, and says that it is missing', async () => {
    const { api, render } = setUp();
    const { result, rerender } = render(
      () => ({
        api: useModelConnectionsApi(),
        signIn: useClusterSignIn('okta'),
      }),
      false,
    );
    await result.current.api.listNamespaces({ cluster: 'okta' });
    expect(api.listClusters).not.toHaveBeenCalled();
    await result.current.api.listClusters();
    rerender();
    expect(result.current.signIn).toMatchObject({ missing: 'plugin' });
  });
});
