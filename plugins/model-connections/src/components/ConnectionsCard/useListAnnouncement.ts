import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ConnectionPages } from '../../hooks/useConnectionPages';
import { modelConnectionsTranslationRef } from '../../translation';

/**
 * What a screen reader is told about the list: how many match, else what was just done. Counts that grow
 * while pages arrive are not announced one by one.
 */
export function useListAnnouncement(options: {
  pages: ConnectionPages;
  isNarrowed: boolean;
  matching: number;
  /** What was done last, in words. */
  event?: string;
  created?: string;
  saved?: string;
}): string | undefined {
  const { pages, isNarrowed, matching, event, created, saved } = options;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const loaded = pages.rows.length;
  if (isNarrowed) {
    return t('list.matchCount', {
      matching: String(matching),
      loaded: String(loaded),
    });
  }
  if (event) {
    return event;
  }
  if (created) {
    return t('list.createdAnnouncement', { name: created });
  }
  if (saved) {
    return t('list.savedAnnouncement', { name: saved });
  }
  return pages.phase === 'done'
    ? t('list.count', { count: loaded })
    : undefined;
}
