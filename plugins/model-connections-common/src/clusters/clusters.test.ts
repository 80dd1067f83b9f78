import {
  clusterCredentialsKey,
  clusterSignInName,
  clusterTokenHeader,
  isKnownClusterAuth,
  needsClusterSignIn,
} from '.';

// The headers are those that the Kubernetes plugin's backend reads, the keys those that its frontend registers.
describe('how clusters are signed in to', () => {
  it.each([
    [
      { authProvider: 'oidc', oidcTokenProvider: 'okta' },
      'okta',
      'oidc.okta',
      'Backstage-Kubernetes-Authorization-oidc-okta',
    ],
    [
      { authProvider: 'google' },
      'google',
      'google',
      'Backstage-Kubernetes-Authorization-google',
    ],
    [
      { authProvider: 'aks' },
      'aks',
      'aks',
      'Backstage-Kubernetes-Authorization-aks',
    ],
  ])("takes the person's own token: %j", (cluster, name, key, header) => {
    expect(needsClusterSignIn(cluster)).toBe(true);
    expect(isKnownClusterAuth(cluster)).toBe(true);
    expect(clusterSignInName(cluster)).toBe(name);
    expect(clusterCredentialsKey(cluster)).toBe(key);
    expect(clusterTokenHeader(cluster)).toBe(header);
  });

  it.each([
    ['serviceAccount', true],
    ['googleServiceAccount', true],
    ['aws', true],
    ['azure', true],
    ['localKubectlProxy', false],
    ['constructor', false],
  ])('takes none of the person: %s', (authProvider, isKnown) => {
    expect(needsClusterSignIn({ authProvider })).toBe(false);
    expect(isKnownClusterAuth({ authProvider })).toBe(isKnown);
  });
});
