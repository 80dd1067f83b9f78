import { Route, Routes } from 'react-router-dom';
import { ModelServiceFormPage } from '../ModelServiceForm';
import { ModelServicePage } from '../ModelServicePage';
import { ModelServicesPage } from '../ModelServicesPage';
import { NotFound } from '../NotFound';

/** What stands under the tab *Model services*: the list, the form, and the page of each service. */
export function ModelServicesRouter() {
  return (
    <Routes>
      <Route path="/" element={<ModelServicesPage />} />
      <Route path="create" element={<ModelServiceFormPage />} />
      <Route path="details/:name" element={<ModelServicePage />} />
      <Route path="edit/:name" element={<ModelServiceFormPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
