import { Route, Routes } from 'react-router-dom';
import { ConnectionTypeEditorPage } from '../ConnectionTypeEditor';
import { ConnectionTypesPage } from '../ConnectionTypesPage';
import { NotFound } from '../NotFound';

/** What stands under the tab *Connection types*: the list, and the editor. */
export function ConnectionTypesRouter() {
  return (
    <Routes>
      <Route path="/" element={<ConnectionTypesPage />} />
      <Route
        path="create"
        element={<ConnectionTypeEditorPage purpose="create" />}
      />
      <Route
        path="edit/:name"
        element={<ConnectionTypeEditorPage purpose="edit" />}
      />
      <Route
        path="duplicate/:name"
        element={<ConnectionTypeEditorPage purpose="duplicate" />}
      />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
