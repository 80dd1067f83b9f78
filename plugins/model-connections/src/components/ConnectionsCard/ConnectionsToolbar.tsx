import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ReactNode, Ref } from 'react';
import { ConnectionPages } from '../../hooks/useConnectionPages';
import { modelConnectionsTranslationRef } from '../../translation';
import { ListToolbar } from '../ListToolbar';

/** Search, room for filters, and how many connections there are. */
export function ConnectionsToolbar(props: {
  pages: ConnectionPages;
  search: string;
  onSearch(search: string): void;
  isNarrowed: boolean;
  matching: number;
  onReload(): void;
  inputRef?: Ref<HTMLInputElement>;
  filters?: ReactNode;
}) {
  const { pages, matching, isNarrowed, ...toolbar } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const loaded = pages.rows.length;
  const numbers = { matching: String(matching), loaded: String(loaded) };

  let count = '';
  if (loaded > 0 && isNarrowed) {
    count =
      pages.phase === 'done'
        ? t('list.matchCount', numbers)
        : t('list.matchLoaded', numbers);
  } else if (loaded > 0) {
    count = t('list.count', { count: loaded });
  }

  return (
    <ListToolbar {...toolbar} searchLabel={t('list.search')} count={count} />
  );
}
