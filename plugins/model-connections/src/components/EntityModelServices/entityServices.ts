import { Entity } from '@backstage/catalog-model';
import { MODEL_SERVICE } from '@mooring/backstage-plugin-model-connections-common';
import { ServiceSelector } from '../ModelServicesCard';
import { labelSelector, selectorParts } from './labelSelector';

/** On workloads a label, on entities an annotation: which of them belong to which (Backstage's own). */
const ID = 'backstage.io/kubernetes-id';
/** On entities: a selector for the labels of workloads, which goes before the id (Backstage's own). */
export const SELECTOR_ANNOTATION = 'backstage.io/kubernetes-label-selector';

/** Which model services of its project belong to an entity. */
export type EntityServices =
  /** The selector cannot be read, so nobody knows. */
  | { kind: 'unreadable'; text: string }
  /** The entity says nothing: all of the project. */
  | { kind: 'all' }
  /** The one that it names. */
  | { kind: 'named'; selector: ServiceSelector; name: string }
  | {
      kind: 'labelled';
      selector: ServiceSelector;
      /** What a service gets so that it is among them; absent where the selector does not tell. */
      labels?: Record<string, string>;
    };

/** A requirement that only one value of a label fulfils. */
const ONE_VALUE =
  /^([^=!\s]+)(?:\s*==?\s*([^=\s]+)|\s+in\s*\(\s*([^,()\s]+)\s*\))$/;

/** Labels that fulfil a selector, made of the values that it asks for. */
function labelsFor(
  selector: string,
  matches: (labels: Record<string, string>) => boolean,
): Record<string, string> | undefined {
  const pairs = selectorParts(selector)
    .map(part => ONE_VALUE.exec(part))
    .filter(match => match !== null)
    .map(([, key, equal, only]) => [key, equal ?? only]);
  const labels = Object.fromEntries(pairs);
  return matches(labels) ? labels : undefined;
}

/** Reads it from the entity's annotations. */
export function entityServicesOf(entity: Entity): EntityServices {
  const { annotations = {} } = entity.metadata;
  const name = annotations[MODEL_SERVICE];
  if (name) {
    return {
      kind: 'named',
      name,
      selector: {
        text: `metadata.name=${name}`,
        matches: service => service.name === name,
      },
    };
  }
  const text = annotations[SELECTOR_ANNOTATION];
  if (text) {
    const matches = labelSelector(text);
    return matches
      ? {
          kind: 'labelled',
          selector: { text, matches: ({ labels = {} }) => matches(labels) },
          labels: labelsFor(text, matches),
        }
      : { kind: 'unreadable', text };
  }
  const id = annotations[ID];
  return id
    ? {
        kind: 'labelled',
        selector: {
          text: `${ID}=${id}`,
          matches: ({ labels }) => labels?.[ID] === id,
        },
        labels: { [ID]: id },
      }
    : { kind: 'all' };
}
