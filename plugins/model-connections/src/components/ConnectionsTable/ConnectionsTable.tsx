import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { Table } from '@tanstack/react-table';
import { modelConnectionsTranslationRef } from '../../translation';
import { ListTable } from '../ListTable';

/** The connections of the page that is shown. */
export function ConnectionsTable(props: {
  table: Table<ConnectionSummary>;
  newKey?: string;
  isPlain?: boolean;
}) {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return <ListTable {...props} label={t('list.title')} />;
}
