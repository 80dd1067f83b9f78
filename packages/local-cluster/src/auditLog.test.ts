import { waitUntil } from './client/waitUntil';
import { connectLocalCluster, toEnvironment } from './connectLocalCluster';
import { LocalCluster } from './LocalCluster';
import { testCluster } from './testCluster';

let cluster: LocalCluster;

beforeAll(async () => {
  cluster = await testCluster();
}, 90_000);
afterAll(async () => await cluster?.stop(), 30_000);

it('tells who did what on a real API server, in the process that started it and in others', async () => {
  const connected = connectLocalCluster(toEnvironment(cluster))!;
  expect(typeof connected.auditLog).toBe(typeof cluster.auditLog);
  expect(cluster.auditLog !== undefined).toBe(cluster.kind === 'kubernetes');

  const name = `audited-${Date.now()}`;
  await cluster.request('GET', `/api/v1/namespaces/${name}`, {
    headers: { 'Impersonate-User': 'carol', 'Impersonate-Group': 'team-c' },
  });
  for (const { auditLog } of [cluster, connected]) {
    if (!auditLog) continue;
    const [event] = await waitUntil('the event is there', async () => {
      const events = await auditLog(name);
      return events.length > 0 && events;
    });
    expect(event).toMatchObject({
      verb: 'get',
      user: { username: 'admin' },
      impersonatedUser: {
        username: 'carol',
        groups: ['team-c', 'system:authenticated'],
      },
      objectRef: { resource: 'namespaces', name },
      responseStatus: { code: 403 },
    });
  }
  await connected.stop();
});
