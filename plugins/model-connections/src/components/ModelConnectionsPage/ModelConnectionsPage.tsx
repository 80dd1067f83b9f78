import {
  Header,
  HeaderTabs,
  Link,
  Page,
  Progress,
} from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { modelConnectionsTabs } from '../../tabs';
import { modelConnectionsTranslationRef } from '../../translation';
import { NotFound } from '../NotFound';

const tabs = modelConnectionsTabs.map(tab => ({
  ...tab,
  Component: lazy(async () => ({ default: await tab.load() })),
}));

/** The page of the legacy frontend system, with header and tabs; the new one draws them itself. */
export function ModelConnectionsPage() {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { pathname, search } = useLocation();
  const root = useRouteRef(rootRouteRef)();
  const selected = tabs.findIndex(({ path }) =>
    `${pathname}/`.includes(`${root}/${path}/`),
  );
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <HeaderTabs
        selectedIndex={Math.max(selected, 0)}
        tabs={tabs.map(({ path, titleKey }) => ({
          id: path,
          label: t(titleKey),
          tabProps: { component: Link, to: `${root}/${path}` },
        }))}
      />
      <Suspense fallback={<Progress />}>
        <Routes>
          <Route
            index
            element={
              <Navigate
                replace
                to={{ pathname: `${root}/${tabs[0].path}`, search }}
              />
            }
          />
          {tabs.map(({ path, Component }) => (
            <Route key={path} path={`${path}/*`} element={<Component />} />
          ))}
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Page>
  );
}
