const KEY = 'mooring-example-person';

/** As whom the portal is to be used in this browser, by the name of a user of the catalog; `undefined` is the guest. */
export const readStoredPerson = (): string | undefined =>
  window.localStorage.getItem(KEY) ?? undefined;

/** Goes on as somebody else, as the guest when left out: loads the portal anew, where nothing of the last person is left. */
export function goOnAs(person?: string): void {
  if (person) {
    window.localStorage.setItem(KEY, person);
  } else {
    window.localStorage.removeItem(KEY);
  }
  window.location.reload();
}
