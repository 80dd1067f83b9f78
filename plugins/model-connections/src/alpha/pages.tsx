import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';
import { modelConnectionsTabs } from '../tabs';
import { en } from '../translation/en';

/** The page; its tabs are the sub pages, its title and icon those of the plugin. */
export const modelConnectionsPage = PageBlueprint.make({
  params: { path: '/model-connections', routeRef: rootRouteRef },
});

/** The tabs of the page. */
export const tabPages = modelConnectionsTabs.map(({ path, titleKey, load }) =>
  SubPageBlueprint.make({
    name: path,
    params: {
      path,
      // The framework takes one title for all languages.
      title: en[titleKey],
      loader: async () => {
        const Tab = await load();
        return <Tab />;
      },
    },
  }),
);
