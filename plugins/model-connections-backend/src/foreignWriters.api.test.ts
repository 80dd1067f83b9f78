import { waitUntil } from '@mooring/local-cluster';
import { createProject, plant } from './__testUtils__/connectionFixtures';
import { describeOnKubernetes } from './__testUtils__/describeOnKubernetes';
import { createKubectl, Kubectl } from './__testUtils__/kubectl';
import { startTestPortal, TestPortal } from './__testUtils__/startTestPortal';

/** kubectl and server-side apply, which the embedded API server does not speak. */
describeOnKubernetes('what other tools write', () => {
  let portal: TestPortal;
  let project: string;
  let kubectl: Kubectl;
  const connections = () => `/clusters/local/namespaces/${project}/connections`;
  const manifest = (value: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'applied',
      namespace: project,
      labels: { 'cpaas.io/dashboard': 'true' },
      annotations: { 'cpaas.io/connection-type-ref': 'ct-s3-storage' },
    },
    stringData: {
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: value,
      AWS_S3_ENDPOINT: 'http://minio:9000',
    },
  });

  beforeAll(async () => {
    portal = await startTestPortal();
    kubectl = createKubectl(portal.cluster);
    await portal.call('post', '/clusters/local/connection-types/install');
  });
  afterAll(async () => {
    kubectl.stop();
    await portal.stop();
  });
  beforeEach(async () => {
    project = await createProject(portal.cluster);
  });

  it('lets nothing out of the annotation that kubectl apply leaves', async () => {
    const value = plant('applied');
    kubectl.run(['apply', '-f', '-'], {
      input: JSON.stringify(manifest(value)),
    });
    const raw = await portal.cluster.request(
      'GET',
      `/api/v1/namespaces/${project}/secrets/applied`,
    );
    expect(
      raw.body.metadata.annotations[
        'kubectl.kubernetes.io/last-applied-configuration'
      ],
    ).toContain(value);

    const url = `${connections()}/applied`;
    const list = await portal.call('get', connections()).expect(200);
    const one = await portal.call('get', url).expect(200);
    expect(one.body.valuesInAnnotation).toBe(true);
    const yaml = await portal.call('get', `${url}/manifest`).expect(200);
    const edited = await portal
      .call('patch', url)
      .send({
        resourceVersion: one.body.resourceVersion,
        values: { AWS_S3_BUCKET: 'models' },
      })
      .expect(200);
    const copy = await portal
      .call('post', `${url}/copy`)
      .send({ targetNamespace: project, name: 'copy' })
      .expect(201);
    expect(copy.body.valuesInAnnotation).toBe(false);
    const answers = [list, one, yaml, edited, copy].map(({ text }) => text);
    expect(answers.join('\n') + portal.output()).not.toContain(value);
  });

  it.each(['Forbidden', 'Invalid'])(
    'lets no value out of the words of a policy that refuses with %s',
    async reason => {
      const value = plant('echoed');
      const name = `echo-${reason.toLowerCase()}-${project}`;
      const policies = '/apis/admissionregistration.k8s.io/v1';
      const group = 'admissionregistration.k8s.io/v1';
      await portal.cluster.request(
        'POST',
        `${policies}/validatingadmissionpolicies`,
        {
          body: {
            apiVersion: group,
            kind: 'ValidatingAdmissionPolicy',
            metadata: { name },
            spec: {
              failurePolicy: 'Fail',
              matchConstraints: {
                resourceRules: [
                  {
                    apiGroups: [''],
                    apiVersions: ['v1'],
                    operations: ['CREATE', 'UPDATE'],
                    resources: ['secrets'],
                  },
                ],
              },
              validations: [
                {
                  expression: `object.metadata.name != '${name}'`,
                  messageExpression: `'weak key ' + string(object.data['AWS_SECRET_ACCESS_KEY'])`,
                  reason,
                },
              ],
            },
          },
        },
      );
      await portal.cluster.request(
        'POST',
        `${policies}/validatingadmissionpolicybindings`,
        {
          body: {
            apiVersion: group,
            kind: 'ValidatingAdmissionPolicyBinding',
            metadata: { name },
            spec: { policyName: name, validationActions: ['Deny'] },
          },
        },
      );
      const create = async () =>
        await portal.call('post', `${connections()}?dryRun=All`).send({
          name,
          typeName: 'ct-s3-storage',
          values: {
            AWS_ACCESS_KEY_ID: 'a',
            AWS_SECRET_ACCESS_KEY: value,
            AWS_S3_ENDPOINT: 'http://minio:9000',
          },
        });
      const refused = await waitUntil('the policy is in force', async () => {
        const response = await create();
        return response.status === 422 && response;
      });
      expect(refused.body.error.message).toContain('weak key •••');
      const base64 = Buffer.from(value).toString('base64');
      expect(refused.text + portal.output()).not.toMatch(
        new RegExp(`${value}|${base64}`),
      );
    },
  );

  it('sees a change of content by server-side apply, and none where the values stay', async () => {
    const apply = async (value: string) =>
      await portal.cluster.request(
        'PATCH',
        `/api/v1/namespaces/${project}/secrets/applied`,
        {
          contentType: 'application/apply-patch+yaml',
          query: { fieldManager: 'argocd', force: 'true' },
          body: {
            ...manifest(value),
            stringData: undefined,
            data: Object.fromEntries(
              Object.entries(manifest(value).stringData).map(([key, text]) => [
                key,
                Buffer.from(text).toString('base64'),
              ]),
            ),
          },
        },
      );
    expect((await apply('one')).status).toBe(201);
    const changedAt = async () => {
      const { body } = await portal.call('get', connections()).expect(200);
      return body.items[0].contentChangedAt;
    };
    const first = await changedAt();
    await apply('one');
    expect(await changedAt()).toBe(first);
    // Kubernetes' times are whole seconds: apply until the clock has moved on.
    let attempt = 0;
    let next = first;
    const deadline = Date.now() + 10_000;
    while (next === first && Date.now() < deadline) {
      attempt += 1;
      await apply(`two-${attempt}`);
      next = await changedAt();
    }
    expect(Date.parse(next)).toBeGreaterThan(Date.parse(first));
  });
});
