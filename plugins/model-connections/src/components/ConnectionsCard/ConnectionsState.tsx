import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import CategoryOutlinedIcon from '@material-ui/icons/CategoryOutlined';
import LinkIcon from '@material-ui/icons/Link';
import SearchIcon from '@material-ui/icons/Search';
import {
  Cluster,
  ConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { deniedPermission } from '@mooring/backstage-plugin-model-connections-react';
import { ConnectionPages } from '../../hooks/useConnectionPages';
import { Loaded } from '../../hooks/useLoaded';
import { ALL_PROJECTS } from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConnectionsSkeleton } from '../ConnectionsTable';
import { InstallTypesButton } from '../InstallTypesButton';
import { ErrorState, StatePanel } from '../StatePanel';

/** What stands where no row is: still loading, an error, nothing there, or nothing that matches. */
export function ConnectionsState(props: {
  pages: ConnectionPages;
  types: Loaded<ConnectionType[]>;
  cluster: Cluster;
  namespace: string;
  search: string;
  createLink?: string;
  onClear(): void;
}) {
  const { pages, types, cluster, namespace, search, createLink } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const isAll = namespace === ALL_PROJECTS;
  const isTooMuch =
    isAll && pages.error !== undefined && !deniedPermission(pages.error);

  if (pages.rows.length > 0) {
    return (
      <StatePanel
        icon={<SearchIcon />}
        title={
          search.trim()
            ? t('list.noMatch', { search: search.trim() })
            : t('list.noFilterMatch')
        }
        description={pages.phase === 'done' ? undefined : t('list.coverage')}
        action={
          <Button variant="outlined" onClick={props.onClear}>
            {t('list.clearNarrowing')}
          </Button>
        }
      />
    );
  }
  if (pages.phase === 'failed' && pages.error) {
    return (
      <ErrorState
        title={t('list.failed')}
        forbiddenTitle={t(isTooMuch ? 'list.forbiddenAll' : 'list.forbidden')}
        cluster={cluster.name}
        forbiddenHint={isTooMuch ? t('list.forbiddenAllHint') : undefined}
        error={pages.error}
        onRetry={pages.retry}
      />
    );
  }
  if (pages.phase !== 'done') {
    return <ConnectionsSkeleton />;
  }
  if (types.value?.length === 0) {
    return (
      <StatePanel
        icon={<CategoryOutlinedIcon />}
        title={t('list.noTypes')}
        description={t('list.noTypesHint')}
        action={
          <InstallTypesButton
            cluster={cluster.name}
            onInstalled={types.retry}
          />
        }
      />
    );
  }
  return (
    <StatePanel
      icon={<LinkIcon />}
      title={
        isAll ? t('list.emptyAll') : t('list.empty', { project: namespace })
      }
      description={t('list.emptyHint')}
      action={
        createLink && (
          <LinkButton variant="outlined" color="primary" to={createLink}>
            {t('list.create')}
          </LinkButton>
        )
      }
    />
  );
}
