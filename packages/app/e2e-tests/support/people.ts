import { type APIRequestContext, expect, type Page } from '@playwright/test';

const BACKEND = `http://localhost:${
  process.env.MOORING_BACKEND_PORT ?? '7107'
}/api`;

/** Uses the portal as a user of the example's catalog, from the next page on. */
export async function useAs(page: Page, person: string) {
  await page.addInitScript(name => {
    window.localStorage.setItem('mooring-example-person', name);
  }, person);
}

/** Calls Mooring's REST API as a user of the example's catalog; paths go on after `/clusters/local`. */
export async function apiAs(request: APIRequestContext, person: string) {
  const session = await request.get(`${BACKEND}/auth/people/refresh`, {
    headers: {
      'x-example-person': person,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  await expect(session).toBeOK();
  const { token } = (await session.json()).backstageIdentity;
  return async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    data?: object,
  ) =>
    await request.fetch(
      `${BACKEND}/model-connections/v1/clusters/local${path}`,
      { method, data, headers: { authorization: `Bearer ${token}` } },
    );
}
