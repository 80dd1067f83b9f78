import { Entity } from '@backstage/catalog-model';
import { ServiceSelector } from '../ModelServicesCard';
import { labelSelector } from './labelSelector';

/** On workloads a label, on entities an annotation: which of them belong to which (Backstage's own). */
const ID = 'backstage.io/kubernetes-id';
/** On entities: a selector for the labels of workloads, which goes before the id (Backstage's own). */
const SELECTOR = 'backstage.io/kubernetes-label-selector';

/** Which model services of its project belong to an entity. */
export interface EntityServices {
  /** Absent where the entity says nothing: then all do. */
  selector?: ServiceSelector;
  /** What a service gets so that it is among them; absent where the entity's selector does not tell. */
  labels?: Record<string, string>;
  /** The selector, where it cannot be read. */
  problem?: string;
}

/** Labels that fulfil a selector that only asks for values. */
function labelsOf(selector: string): Record<string, string> | undefined {
  const pairs = selector
    .split(',')
    .map(part => /^\s*([^=!\s]+)\s*==?\s*([^=\s]+)\s*$/.exec(part));
  return pairs.every(pair => pair !== null)
    ? Object.fromEntries(pairs.map(([, key, value]) => [key, value]))
    : undefined;
}

/** Reads it from the entity's annotations. */
export function entityServicesOf(entity: Entity): EntityServices {
  const { annotations = {} } = entity.metadata;
  const text = annotations[SELECTOR];
  if (text) {
    const matches = labelSelector(text);
    return matches
      ? { selector: { text, matches }, labels: labelsOf(text) }
      : { problem: text };
  }
  const id = annotations[ID];
  return id
    ? {
        selector: {
          text: `${ID}=${id}`,
          matches: labels => labels[ID] === id,
        },
        labels: { [ID]: id },
      }
    : {};
}
