import { ComponentType } from 'react';
import { en } from './translation/en';

/** A tab of the page; what stands under it draws its own content and sub routes, no header. */
export interface ModelConnectionsTab {
  /** Its path beneath the page, which is its name as an extension too. */
  path: string;
  titleKey: Extract<keyof typeof en, `tab.${string}`>;
  load(): Promise<ComponentType>;
}

/** The tabs of the page in order, for both frontend systems. The first is where one lands. */
export const modelConnectionsTabs: readonly ModelConnectionsTab[] = [
  {
    path: 'connections',
    titleKey: 'tab.connections',
    load: async () =>
      (await import('./components/ConnectionsRouter')).ConnectionsRouter,
  },
  {
    path: 'connection-types',
    titleKey: 'tab.connectionTypes',
    load: async () =>
      (await import('./components/ConnectionTypesRouter'))
        .ConnectionTypesRouter,
  },
  {
    path: 'model-services',
    titleKey: 'tab.modelServices',
    load: async () =>
      (await import('./components/ModelServicesRouter')).ModelServicesRouter,
  },
];
