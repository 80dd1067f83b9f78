import { Route, Routes } from 'react-router-dom';
import { ConnectionsPage } from '../ConnectionsPage';
import { CreateConnectionPage } from '../CreateConnectionPage';
import { NotFound } from '../NotFound';

/** What stands under the tab *Connections*: the list, and the form for a new one. */
export function ConnectionsRouter() {
  return (
    <Routes>
      <Route path="/" element={<ConnectionsPage />} />
      <Route path="create" element={<CreateConnectionPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
