const reviews: Record<string, (spec: any, user: string) => object> = {
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews': spec => ({
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec,
    status: { allowed: true },
  }),
  '/apis/authentication.k8s.io/v1/selfsubjectreviews': (_spec, user) => ({
    kind: 'SelfSubjectReview',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: {},
    status: { userInfo: { username: user, groups: ['system:authenticated'] } },
  }),
};

/**
 * What one may do, and who one is. Everybody with a token may do everything
 * here: the embedded server has no RBAC.
 *
 * @returns undefined for other paths
 */
export function reviewSelf(
  method: string,
  path: string,
  body: Buffer,
  user: string,
): object | undefined {
  if (method !== 'POST' || !Object.hasOwn(reviews, path)) {
    return undefined;
  }
  const { spec = {} } =
    body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
  return reviews[path](spec, user);
}
