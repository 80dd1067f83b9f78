import { ModelConnectionResource } from '../modelConnectionResourceRef';
import { modelConnectionRules as rules, modelServiceRules } from '.';

describe('permission rules', () => {
  const connection: ModelConnectionResource = {
    cluster: 'prod',
    namespace: 'team-a',
    protocols: ['s3', 'hf'],
    typeName: 'ct-s3-storage',
    creator: 'user:default/guest',
  };
  const bare = { cluster: 'prod', namespace: 'team-a', protocols: [] };

  it.each([
    [rules.isInCluster, { clusters: ['prod'] }, { clusters: ['test'] }],
    [
      rules.isInNamespace,
      { namespaces: ['team-b', 'team-a'] },
      { namespaces: [] },
    ],
    [rules.hasProtocol, { protocols: ['hf'] }, { protocols: ['oci'] }],
    [rules.hasType, { types: ['ct-s3-storage'] }, { types: ['ct-other'] }],
    [
      rules.isCreator,
      { claims: ['user:default/guest'] },
      { claims: ['guest'] },
    ],
  ])('%# decides by its parameters', (rule: any, yes: object, no: object) => {
    expect(rule.apply(connection, yes)).toBe(true);
    expect(rule.apply(connection, no)).toBe(false);
  });

  it.each([
    [modelServiceRules.isInCluster, { clusters: ['prod'] }, { clusters: [] }],
    [
      modelServiceRules.isInNamespace,
      { namespaces: ['team-a'] },
      { namespaces: ['team-b'] },
    ],
  ])('%# holds for model services too', (rule: any, yes, no) => {
    const service = { cluster: 'prod', namespace: 'team-a' };
    expect(rule.resourceType).toBe('model-service');
    expect(rule.apply(service, yes)).toBe(true);
    expect(rule.apply(service, no)).toBe(false);
  });

  it('say no to what nothing is known of', () => {
    expect(rules.hasProtocol.apply(bare, { protocols: ['s3'] })).toBe(false);
    expect(rules.hasType.apply(bare, { types: ['ct-x'] })).toBe(false);
    expect(rules.isCreator.apply(bare, { claims: ['x'] })).toBe(false);
  });
});
