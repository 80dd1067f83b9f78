import { useRouteRef } from '@backstage/core-plugin-api';
import {
  ModelServiceKind,
  ModelServiceRef,
  ProjectRef,
} from '@mooring/backstage-plugin-model-connections-common';
import { useMemo } from 'react';
import {
  createModelServiceRouteRef,
  editModelServiceRouteRef,
  modelServiceRouteRef,
  modelServicesRouteRef,
} from '../routes';

/** What the form for a new service is filled in with beforehand. */
export interface ModelServicePrefill {
  displayName?: string;
  name?: string;
  labels?: Readonly<Record<string, string>>;
}

const queryOf = ({ cluster, namespace }: ProjectRef) =>
  new URLSearchParams({ cluster, namespace });

/** The addresses of everything about model services. */
export function useModelServiceLinks() {
  const list = useRouteRef(modelServicesRouteRef)();
  const create = useRouteRef(createModelServiceRouteRef)();
  const details = useRouteRef(modelServiceRouteRef);
  const edit = useRouteRef(editModelServiceRouteRef);
  return useMemo(
    () => ({
      list: (project: ProjectRef) => `${list}?${queryOf(project)}`,
      create(project: ProjectRef, prefill: ModelServicePrefill = {}) {
        const query = queryOf(project);
        const { displayName, name, labels = {} } = prefill;
        if (displayName) query.set('displayName', displayName);
        if (name) query.set('name', name);
        for (const [key, value] of Object.entries(labels)) {
          query.append('label', `${key}=${value}`);
        }
        return `${create}?${query}`;
      },
      details(ref: ModelServiceRef & { kind?: ModelServiceKind }) {
        const query = queryOf(ref);
        if (ref.kind === 'LLMInferenceService') query.set('kind', ref.kind);
        return `${details({ name: ref.name })}?${query}`;
      },
      edit: (ref: ModelServiceRef) =>
        `${edit({ name: ref.name })}?${queryOf(ref)}`,
    }),
    [list, create, details, edit],
  );
}

/** What an address of the form says to fill in; see {@link useModelServiceLinks}. */
export function readPrefill(query: URLSearchParams): ModelServicePrefill {
  const labels = query
    .getAll('label')
    .map(text => /^([^=]+)=(.*)$/.exec(text))
    .filter(match => match !== null)
    .map(([, key, value]) => [key, value]);
  return {
    displayName: query.get('displayName') ?? undefined,
    name: query.get('name') ?? undefined,
    ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
  };
}
