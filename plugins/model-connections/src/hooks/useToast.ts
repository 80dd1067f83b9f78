import { alertApiRef, useApi, useApiHolder } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';

/** Says for a moment that something was done: as a toast, and in the legacy frontend system, which has none, as an alert. */
export function useToast(): (title: string) => void {
  const toasts = useApiHolder().get(toastApiRef);
  const alerts = useApi(alertApiRef);
  return useCallback(
    title => {
      if (toasts) {
        toasts.post({ title, status: 'success', timeout: 5000 });
      } else {
        alerts.post({
          message: title,
          severity: 'success',
          display: 'transient',
        });
      }
    },
    [toasts, alerts],
  );
}
