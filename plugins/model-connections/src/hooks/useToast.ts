import { alertApiRef, useApi, useApiHolder } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';

/**
 * Says for a moment that something was done: as a toast, and in the legacy frontend system, which has none, as an alert. With
 * warnings, what was left to do, it stays until it is closed.
 */
export function useToast(): (
  title: string,
  warnings?: readonly string[],
) => void {
  const toasts = useApiHolder().get(toastApiRef);
  const alerts = useApi(alertApiRef);
  return useCallback(
    (title, warnings = []) => {
      const description = warnings.join(' ');
      const isWarning = warnings.length > 0;
      if (toasts) {
        toasts.post(
          isWarning
            ? { title, description, status: 'warning' }
            : { title, status: 'success', timeout: 5000 },
        );
      } else {
        alerts.post({
          message: isWarning ? `${title}: ${description}` : title,
          severity: isWarning ? 'warning' : 'success',
          display: isWarning ? 'permanent' : 'transient',
        });
      }
    },
    [toasts, alerts],
  );
}
