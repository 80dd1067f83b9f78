import { ErrorPanel, ProxiedSignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import Button from '@material-ui/core/Button';
import { goOnAs, readStoredPerson } from './storedPerson';

const Problem = ({ error }: { error?: Error }) => (
  <ErrorPanel
    title="You could not be signed in"
    error={error ?? new Error('The backend did not answer.')}
  >
    <Button variant="outlined" onClick={() => goOnAs(readStoredPerson())}>
      Try again
    </Button>
    <Button variant="outlined" onClick={() => goOnAs()}>
      Go on as the guest
    </Button>
  </ErrorPanel>
);

/** Signs in without asking: as the guest, or as whom one chose last in the sidebar. */
export const PersonSignInPage = (props: SignInPageProps) => {
  const person = readStoredPerson();
  return (
    <ProxiedSignInPage
      {...props}
      provider={person ? 'people' : 'guest'}
      headers={person ? { 'x-example-person': person } : undefined}
      ErrorComponent={Problem}
    />
  );
};
