import { DependentRef } from '@mooring/backstage-plugin-model-connections-common';

/** What tells the dependents of a connection apart. */
export function dependentKey({ kind, name }: DependentRef): string {
  return `${kind}/${name}`;
}

/** Whether it is a model service, rather than an account that one may use. */
export function isService({ kind }: DependentRef): boolean {
  return kind !== 'ServiceAccount';
}
