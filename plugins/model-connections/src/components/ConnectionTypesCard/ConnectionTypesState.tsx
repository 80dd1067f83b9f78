import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import CategoryOutlinedIcon from '@material-ui/icons/CategoryOutlined';
import SearchIcon from '@material-ui/icons/Search';
import { ConnectionTypeList } from '../../hooks/useConnectionTypeList';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConnectionsSkeleton } from '../ConnectionsTable';
import { InstallTypesButton } from '../InstallTypesButton';
import { ErrorState, StatePanel } from '../StatePanel';

/** What stands where no row is: still loading, an error, nothing there, or nothing that matches. */
export function ConnectionTypesState(props: {
  list: ConnectionTypeList;
  cluster: string;
  /** Absent where the caller may create none. */
  createLink?: string;
  onClear(): void;
}) {
  const { list, cluster, createLink, onClear } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  if (list.items.length > 0) {
    return (
      <StatePanel
        icon={<SearchIcon />}
        title={t('types.noMatch')}
        action={
          <Button variant="outlined" onClick={onClear}>
            {t('types.clear')}
          </Button>
        }
      />
    );
  }
  if (list.status === 'failed' && list.error) {
    return (
      <ErrorState
        title={t('create.typesFailed')}
        forbiddenTitle={t('types.forbidden')}
        cluster={cluster}
        error={list.error}
        onRetry={list.reload}
      />
    );
  }
  if (list.status === 'loading') {
    return <ConnectionsSkeleton label={t('types.loading')} />;
  }
  return (
    <StatePanel
      icon={<CategoryOutlinedIcon />}
      title={t('list.noTypes')}
      description={t('types.emptyHint')}
      action={
        <>
          <InstallTypesButton cluster={cluster} onInstalled={list.reload} />
          {createLink && (
            <LinkButton color="primary" to={createLink}>
              {t('types.create')}
            </LinkButton>
          )}
        </>
      }
    />
  );
}
