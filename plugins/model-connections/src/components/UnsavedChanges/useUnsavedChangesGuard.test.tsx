import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BrowserRouter, Link, Route, Routes } from 'react-router-dom';
import { watchHistorySteps } from './historySteps';
import { useUnsavedChangesGuard } from './useUnsavedChangesGuard';

// As the plugin does when it is loaded.
watchHistorySteps();

function Form(props: { isDirty: boolean }) {
  const { isAsking, stay, leave } = useUnsavedChangesGuard(props.isDirty);
  return (
    <>
      <Link to="/other">Other</Link>
      <Link to="/form?page=2">Same</Link>
      {isAsking && (
        <>
          <button onClick={stay}>Stay</button>
          <button onClick={leave}>Leave</button>
        </>
      )}
    </>
  );
}

async function open(isDirty: boolean) {
  window.history.replaceState(null, '', '/start');
  const user = userEvent.setup();
  render(
    <BrowserRouter basename="/">
      <Routes>
        <Route path="/start" element={<Link to="/form">Form</Link>} />
        <Route path="/form" element={<Form isDirty={isDirty} />} />
        <Route path="/other" element={<p>Elsewhere</p>} />
      </Routes>
    </BrowserRouter>,
  );
  await user.click(screen.getByText('Form'));
  return user;
}

describe('useUnsavedChangesGuard', () => {
  it('asks before a link leaves the page, not before one within it', async () => {
    const user = await open(true);
    await user.click(screen.getByText('Same'));
    expect(screen.queryByText('Leave')).toBeNull();
    await user.click(screen.getByText('Other'));
    await user.click(screen.getByText('Stay'));
    expect(window.location.pathname).toBe('/form');
    await user.click(screen.getByText('Other'));
    await user.click(screen.getByText('Leave'));
    expect(screen.getByText('Elsewhere')).toBeInTheDocument();
  });

  it('asks before Back, and goes there when it may', async () => {
    const user = await open(true);
    window.history.back();
    await user.click(await screen.findByText('Stay'));
    await waitFor(() => expect(window.location.pathname).toBe('/form'));
    window.history.back();
    await user.click(await screen.findByText('Leave'));
    expect(await screen.findByText('Form')).toBeInTheDocument();
    expect(window.location.pathname).toBe('/start');
  });

  it('asks nothing while there is nothing to lose', async () => {
    await open(false);
    window.history.back();
    expect(await screen.findByText('Form')).toBeInTheDocument();
  });
});
