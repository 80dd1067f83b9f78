import { parse } from 'yaml';
import { alauda, openDataHub } from '../conventions';
import { builtInConnectionTypes } from './builtInConnectionTypes';
import {
  connectionTypeManifest,
  connectionTypeYaml,
} from './connectionTypeManifest';
import { isFullyReadConnectionType } from './isFullyReadConnectionType';
import { parseConnectionTypeData } from './parseConnectionTypeData';
import { readConnectionTypeManifests } from './readConnectionTypeManifests';

const [s3] = builtInConnectionTypes;
const yamlOf = (definition = s3, convention = alauda) =>
  connectionTypeYaml(connectionTypeManifest(definition, { convention }));

describe('the manifest of a connection type', () => {
  it('is a ConfigMap that kubectl applies, without what only a stored one has', () => {
    expect(parse(yamlOf())).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'ct-s3-storage',
        namespace: 'kube-public',
        labels: {
          'cpaas.io/dashboard': 'true',
          'cpaas.io/connection-type': 'true',
        },
        annotations: {
          'cpaas.io/display_name': 'S3 storage',
          'cpaas.io/description': 'Any S3-compatible bucket',
        },
      },
      data: {
        category: '["Object storage"]',
        fields: JSON.stringify(s3.fields),
      },
    });
  });

  it.each(builtInConnectionTypes.map(type => [type.name, type] as const))(
    'of %s is read back as it was, in each convention, disabled or not',
    (_name, definition) => {
      for (const convention of [alauda, openDataHub]) {
        for (const enabled of [true, false]) {
          const text = connectionTypeYaml(
            connectionTypeManifest({ ...definition, enabled }, { convention }),
          );
          expect(readConnectionTypeManifests(text)).toEqual([
            {
              name: definition.name,
              type: { ...definition, enabled },
              problems: [],
            },
          ]);
        }
      }
    },
  );

  it('is one of several in a file or a list', () => {
    const three = builtInConnectionTypes.slice(0, 3).map(type => yamlOf(type));
    const names = ['ct-s3-storage', 'ct-oci-registry', 'ct-uri-repository'];
    const list = JSON.stringify({
      kind: 'List',
      items: three.map(text => parse(text)),
    });
    for (const text of [`---\n${three.join('---\n')}---\n`, list]) {
      expect(
        readConnectionTypeManifests(text).map(({ type }) => type?.name),
      ).toEqual(names);
    }
  });

  it.each([
    ['a: b: c', 'Line 1 is not YAML'],
    ['hello', 'Is no Kubernetes object'],
    ['kind: Secret\nmetadata: {name: x}', 'Is of the kind Secret'],
    ['kind: ConfigMap', 'Has no name.'],
    ['kind: ConfigMap\nmetadata: {name: ct-x}', 'Has not the labels'],
    [yamlOf().replace(/category: .*/, ''), 'The key "category" is missing.'],
    [yamlOf().replace('ct-s3-storage', 'S3'), 'name: Must be "ct-"'],
    [
      yamlOf({ ...s3, fields: [s3.fields[1], s3.fields[1]] }),
      `has the environment variable`,
    ],
    [`${'&a [x, '.repeat(9)}`, 'is not YAML'],
    [
      'a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: &d [*c,*c,*c,*c]\ne: [*d,*d,*d,*d]\n',
      'Excessive alias count',
    ],
    ['x'.repeat(2_097_153), 'longer than 2 MiB'],
  ])('says what is wrong: %#', (text, problem) => {
    const [first] = readConnectionTypeManifests(text);
    expect(first.type).toBeUndefined();
    expect(first.problems.join(' ')).toContain(problem);
  });

  it('of nothing is nothing', () => {
    expect(readConnectionTypeManifests('')).toEqual([]);
    expect(readConnectionTypeManifests('---\n# only words\n')).toEqual([]);
  });
});

it('tells whether an invalid type was read as a whole', () => {
  const read = (data: Record<string, string>) =>
    isFullyReadConnectionType(parseConnectionTypeData(data));
  const fields = JSON.stringify([s3.fields[1], s3.fields[1]]);
  expect(read({ category: '["A"]', fields: '[]' })).toBe(true);
  expect(read({ category: '["A"]', fields })).toBe(true);
  expect(read({ category: '[]', fields })).toBe(true);
  expect(read({ category: '["A"]', fields: '[{"type":"odd"}]' })).toBe(false);
  expect(read({ category: 'x', fields })).toBe(false);
});
