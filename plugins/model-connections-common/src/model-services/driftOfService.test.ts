import { driftOfService } from './driftOfService';

describe('drift', () => {
  const contentChangedAt = '2026-11-21T09:00:10Z';
  const pod = (creationTimestamp: string, deletionTimestamp?: string) => ({
    creationTimestamp,
    deletionTimestamp,
  });
  const old = pod('2026-11-21T09:00:09Z');

  it.each([
    ['no pods', [], undefined],
    ['an old pod', [old], 'restart'],
    ['a new pod', [pod('2026-11-21T09:00:11Z')], undefined],
    ['a pod of the same second', [pod('2026-11-21T09:00:10Z')], undefined],
    ['an old and a new pod', [pod('2026-11-21T09:00:11Z'), old], 'restart'],
    [
      'an old pod on its way out',
      [pod('2026-11-21T09:00:09Z', '2026-11-21T09:00:12Z')],
      undefined,
    ],
  ])('with %s', (_title, pods, drift) => {
    expect(driftOfService({ pods, contentChangedAt })).toBe(drift);
    expect(driftOfService({ pods })).toBeUndefined();
  });

  it.each([
    [{ storageUri: 's3://b/a', expectedUri: 's3://b/a' }, undefined],
    [{ storageUri: 's3://old/a', expectedUri: 's3://b/a' }, 'redeploy'],
    [{ storageUri: 's3://b/a', base: 's3://b' }, undefined],
    [{ storageUri: 's3://b2/a', base: 's3://b' }, 'redeploy'],
    [{ storageUri: 'hf://o/m', base: 'hf://' }, undefined],
    [{ expectedUri: 's3://b/a', base: 's3://b' }, undefined],
  ])('of the location %j', (facts, drift) => {
    expect(driftOfService({ ...facts, pods: [] })).toBe(drift);
    expect(driftOfService({ ...facts, pods: [old], contentChangedAt })).toBe(
      drift ?? 'restart',
    );
  });

  it('comes from a pod that is seen to have other settings', () => {
    const fresh = pod('2026-11-21T09:00:11Z');
    const stale = { ...fresh, hasStaleSettings: true };
    const facts = { contentChangedAt };
    expect(driftOfService({ ...facts, pods: [fresh, stale] })).toBe('restart');
    expect(driftOfService({ pods: [stale] })).toBe('restart');
    const gone = { ...stale, deletionTimestamp: '2026-11-21T09:00:12Z' };
    expect(driftOfService({ ...facts, pods: [gone] })).toBeUndefined();
  });

  it('does not come from parts of a second', () => {
    expect(
      driftOfService({
        pods: [pod('2026-11-21T09:00:10Z')],
        contentChangedAt: '2026-11-21T09:00:10.900Z',
      }),
    ).toBeUndefined();
  });
});
