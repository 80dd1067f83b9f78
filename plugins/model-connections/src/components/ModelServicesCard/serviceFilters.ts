import {
  ModelService,
  modelServiceStateOf,
} from '@mooring/backstage-plugin-model-connections-common';

/** What the list of model services can be narrowed by, besides a search. */
export const SERVICE_FILTERS = [
  'state',
  'runtime',
  'connection',
  'behind',
] as const;

/** One of them; the name stands in the URL. */
export type ServiceFilterName = (typeof SERVICE_FILTERS)[number];

/** Stands for what has none. */
export const NOTHING = 'none';

/** The values of a service that a filter looks at. */
export function serviceFilterValue(
  { status, runtime, location }: ModelService,
  name: ServiceFilterName,
): string {
  switch (name) {
    case 'state':
      return modelServiceStateOf(status);
    case 'runtime':
      return runtime ?? NOTHING;
    case 'connection':
      return location?.kind === 'connection' ? location.connection : NOTHING;
    default:
      return status.drift ? 'yes' : 'no';
  }
}

/** What a search looks through. */
function searchedText(service: ModelService): string {
  const { displayName, name, namespace, location, runtime } = service;
  return [displayName, name, namespace, runtime, JSON.stringify(location)]
    .join(' ')
    .toLocaleLowerCase();
}

/** Whether the search and every filter let a service through. */
export function matchesServiceNarrowing(
  service: ModelService,
  search: string,
  filters: Record<ServiceFilterName, readonly string[]>,
): boolean {
  const words = search.trim().toLocaleLowerCase().split(/\s+/);
  const text = searchedText(service);
  return (
    words.every(word => text.includes(word)) &&
    SERVICE_FILTERS.every(
      name =>
        filters[name].length === 0 ||
        filters[name].includes(serviceFilterValue(service, name)),
    )
  );
}
