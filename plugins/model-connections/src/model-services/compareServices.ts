import { ModelServiceWrite } from '@mooring/backstage-plugin-model-connections-common';
import { canonicalText } from './canonicalText';

/** The parts of a service that two people can change, in the order of the form. */
const PARTS = [
  'displayName',
  'description',
  'modelFormat',
  'runtime',
  'protocolVersion',
  'deploymentMode',
  'location',
  'resources',
  'minReplicas',
  'maxReplicas',
  'env',
  'args',
  'labels',
] as const;

/** One of them. */
export type ServicePart = (typeof PARTS)[number];

/** A part in which two versions differ that were both made from a third. */
export interface ServiceDifference {
  part: ServicePart;
  changedBy: 'mine' | 'theirs' | 'both';
}

const isSame = (one: unknown, other: unknown) =>
  canonicalText(one) === canonicalText(other);

/** The parts in which two versions differ. */
export const differingParts = (
  one: ModelServiceWrite,
  other: ModelServiceWrite,
): ServicePart[] => PARTS.filter(part => !isSame(one[part], other[part]));

/** The parts in which two versions differ, with who changed them since the third. */
export function compareServices(
  base: ModelServiceWrite,
  theirs: ModelServiceWrite,
  mine: ModelServiceWrite,
): ServiceDifference[] {
  return differingParts(theirs, mine).map(part => {
    if (isSame(base[part], mine[part])) return { part, changedBy: 'theirs' };
    if (isSame(base[part], theirs[part])) return { part, changedBy: 'mine' };
    return { part, changedBy: 'both' };
  });
}

/** Their version with the parts that are chosen from mine. */
export function mergeServices(
  theirs: ModelServiceWrite,
  mine: ModelServiceWrite,
  choices: Readonly<Record<string, 'theirs' | 'mine' | undefined>>,
): ModelServiceWrite {
  const merged = { ...theirs };
  for (const part of PARTS) {
    if (choices[part] !== 'mine') continue;
    if (mine[part] === undefined) delete merged[part];
    else Object.assign(merged, { [part]: mine[part] });
  }
  return merged;
}
