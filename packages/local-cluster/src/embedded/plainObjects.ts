import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject } from './KubernetesObject';

/** Whether two objects differ in nothing but metadata and status. */
export function isSameContent(
  a: KubernetesObject,
  b: KubernetesObject,
): boolean {
  const content = ({ metadata, status, ...rest }: KubernetesObject) =>
    plain(rest);
  return isDeepStrictEqual(content(a), content(b));
}

/** Whether a write would change nothing. */
export function isUnchanged(
  previous: KubernetesObject,
  next: KubernetesObject,
): boolean {
  return isDeepStrictEqual(plain(previous), plain(next));
}

/** A copy as JSON has it: without undefined fields. */
export function plain(object: object): any {
  return JSON.parse(JSON.stringify(object));
}

/** Leaves no undefined field behind. */
export function setOrDelete(target: any, field: string, value: unknown): void {
  if (value === undefined) {
    delete target[field];
  } else {
    target[field] = value;
  }
}

/** Identity first, as people expect to read it. */
export function orderFields(object: KubernetesObject): KubernetesObject {
  const { kind, apiVersion, metadata, ...rest } = object;
  const { name, generateName, namespace, uid, ...others } = metadata;
  return {
    kind,
    apiVersion,
    metadata: {
      name,
      ...(generateName && { generateName }),
      ...(namespace && { namespace }),
      uid,
      ...others,
    },
    ...rest,
  };
}
