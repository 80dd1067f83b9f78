import { Connection } from '@mooring/backstage-plugin-model-connections-common';
import { ConnectionEdits } from '@mooring/backstage-plugin-model-connections-react';
import { storedConnectionFixture } from '../__testUtils__/fixtures';
import {
  compareConnections,
  isBeyondRecall,
  isSilentWrite,
  mergeEdits,
} from './compareConnections';

const LATER = '2026-02-02T00:00:00Z';
const base = storedConnectionFixture({
  description: 'Old',
  values: {
    BUCKET: { value: 'models' },
    REGION: { value: 'us-east-1' },
    KEY: { isSet: true },
    TOKEN: { isSet: true },
  },
});
const theirs: Connection = {
  ...base,
  resourceVersion: '2',
  contentChangedAt: LATER,
  values: {
    BUCKET: { value: 'models-prod' },
    REGION: { value: 'eu-central-1' },
    KEY: { isSet: true },
  },
};
const mine: ConnectionEdits = {
  description: 'New',
  values: { BUCKET: 'models-eu', KEY: 'typed', ADDED: 'unseen' },
};
const sides = (differences: ReturnType<typeof compareConnections>) =>
  Object.fromEntries(differences.map(one => [one.key, one.changedBy]));

describe('compareConnections', () => {
  const differences = compareConnections(
    base,
    theirs,
    mine,
    new Set(['KEY', 'TOKEN', 'ADDED']),
  );

  it('tells who changed what, and that nobody knows of values that are never shown', () => {
    expect(sides(differences)).toEqual({
      description: 'mine',
      'values/BUCKET': 'both',
      'values/REGION': 'theirs',
      'values/KEY': 'unknown',
      'values/TOKEN': 'theirs',
      'values/ADDED': 'mine',
    });
  });

  it('holds no value that is never shown, not even one that was just typed', () => {
    expect(JSON.stringify(differences)).not.toMatch(/typed|unseen/);
  });

  it('leaves out what both sides made the same', () => {
    expect(
      sides(
        compareConnections(base, theirs, { values: { BUCKET: 'models-prod' } }),
      ),
    ).toEqual({ 'values/REGION': 'theirs', 'values/TOKEN': 'theirs' });
  });

  it('merges what was chosen into a patch of the present version', () => {
    const all = (side: 'theirs' | 'mine') =>
      Object.fromEntries(differences.map(({ key }) => [key, side]));
    expect(mergeEdits(differences, mine, all('theirs'))).toEqual({});
    expect(mergeEdits(differences, mine, all('mine'))).toEqual({
      description: 'New',
      values: {
        BUCKET: 'models-eu',
        // Theirs is put back to what it was.
        REGION: 'us-east-1',
        KEY: 'typed',
        ADDED: 'unseen',
      },
    });
    expect(
      mergeEdits(differences, mine, {
        ...all('theirs'),
        'values/KEY': 'mine',
      }),
    ).toEqual({ values: { KEY: 'typed' } });
  });

  it('removes only what is there, and knows what cannot be put back', () => {
    const added = compareConnections(
      { ...base, values: {} },
      { ...base, values: { NOTE: { value: 'x' } } },
      {},
    );
    expect(mergeEdits(added, {}, { 'values/NOTE': 'mine' })).toEqual({
      remove: ['NOTE'],
    });
    expect(
      differences.filter(isBeyondRecall).map(({ envVar }) => envVar),
    ).toEqual(['TOKEN']);
    const removedByBoth = compareConnections(base, theirs, {
      remove: ['TOKEN'],
    });
    expect(sides(removedByBoth)).not.toHaveProperty('values/TOKEN');
  });
});

describe('isSilentWrite', () => {
  it.each([
    ['a check', { lastCheck: { status: 'ok', at: LATER } }, true],
    ['a label', { resourceVersion: '9' }, true],
    ['a value', { values: { ...base.values, KEY: undefined } }, false],
    ['a hidden value', { contentChangedAt: LATER }, false],
    ['the description', { description: undefined }, false],
  ])('of %s', (_what, change, expected) => {
    expect(isSilentWrite(base, { ...base, ...change } as Connection)).toBe(
      expected,
    );
  });
});

describe('the settings of S3', () => {
  const pem = (name: string) => `-----BEGIN CERTIFICATE-----${name}`;
  const at = (s3: Connection['s3'], more: Partial<Connection> = {}) =>
    storedConnectionFixture({ s3, ...more });
  const edited = { s3: { verifyTls: false, caCertificate: pem('mine') } };

  it('are compared one by one; what is not said is what holds then', () => {
    const differences = compareConnections(
      at({}),
      at({ verifyTls: true, anonymous: true, caCertificate: pem('theirs') }),
      edited,
    );
    expect(sides(differences)).toEqual({
      's3/caCertificate': 'both',
      's3/verifyTls': 'mine',
      's3/anonymous': 'theirs',
    });
    const mineOfAll = Object.fromEntries(
      differences.map(({ key }) => [key, 'mine' as const]),
    );
    expect(mergeEdits(differences, edited, mineOfAll)).toEqual({
      s3: {
        caCertificate: pem('mine'),
        verifyTls: false,
        anonymous: false,
      },
    });
    expect(mergeEdits(differences, edited, {})).toEqual({});
  });

  it('bring a removed certificate back, and remove a new one, where mine is chosen', () => {
    const removed = compareConnections(
      at({ caConfigMap: 'minio-ca', caCertificate: pem('base') }),
      at({}),
      { description: 'x' },
    );
    const mineOf = { 's3/caCertificate': 'mine' as const };
    expect(mergeEdits(removed, {}, mineOf)).toEqual({
      s3: { caCertificate: pem('base') },
    });
    const added = compareConnections(
      at({}),
      at({ caConfigMap: 'minio-ca', caCertificate: pem('theirs') }),
      {},
    );
    expect(mergeEdits(added, {}, mineOf)).toEqual({
      s3: { caCertificate: '' },
    });
  });

  it('cannot go back to certificates that could not be read', () => {
    const unread = { caConfigMap: 'gone', caProblem: 'There is none.' };
    const [difference] = compareConnections(at(unread), at({}), {});
    expect(isBeyondRecall(difference)).toBe(true);
    expect(compareConnections(at(unread), at(unread), {})).toEqual([]);
    expect(
      sides(
        compareConnections(at(unread), at(unread), {
          s3: { caCertificate: '' },
        }),
      ),
    ).toEqual({ 's3/caCertificate': 'mine' });
  });

  it('are no silent write', () => {
    expect(isSilentWrite(at({}), at({ anonymous: true }))).toBe(false);
    expect(isSilentWrite(at({}), at({ verifyTls: true }))).toBe(true);
  });
});
