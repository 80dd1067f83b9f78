import { Route, Routes } from 'react-router-dom';
import { ConnectionsPage } from '../ConnectionsPage';
import { CreateConnectionPage } from '../CreateConnectionPage';
import { EditConnectionPage } from '../EditConnectionPage';
import { NotFound } from '../NotFound';

/** What stands under the tab *Connections*: the list, the form for a new one, and each connection. */
export function ConnectionsRouter() {
  return (
    <Routes>
      <Route path="/" element={<ConnectionsPage />} />
      <Route path="create" element={<CreateConnectionPage />} />
      <Route path="edit/:name" element={<EditConnectionPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
