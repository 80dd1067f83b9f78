import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ConnectionPages } from '../../hooks/useConnectionPages';
import { modelConnectionsTranslationRef } from '../../translation';

/**
 * What a screen reader is told about the list: what was just made or deleted, else how many match. Counts that grow
 * while pages arrive are not announced one by one.
 */
export function useListAnnouncement(options: {
  pages: ConnectionPages;
  search: string;
  matching: number;
  deleted?: string;
  created?: string;
}): string | undefined {
  const { pages, search, matching, deleted, created } = options;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const loaded = pages.rows.length;
  if (search.trim()) {
    return t('list.matchCount', {
      matching: String(matching),
      loaded: String(loaded),
    });
  }
  if (deleted) {
    return deleted;
  }
  if (created) {
    return t('list.createdAnnouncement', { name: created });
  }
  return pages.phase === 'done'
    ? t('list.count', { count: loaded })
    : undefined;
}
