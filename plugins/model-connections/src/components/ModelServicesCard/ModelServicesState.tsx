import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import CloudOffOutlinedIcon from '@material-ui/icons/CloudOffOutlined';
import MemoryIcon from '@material-ui/icons/Memory';
import SearchIcon from '@material-ui/icons/Search';
import { Cluster } from '@mooring/backstage-plugin-model-connections-common';
import {
  deniedPermission,
  errorStatus,
} from '@mooring/backstage-plugin-model-connections-react';
import { CreateLink } from '../../hooks/useCreateLink';
import { useErrorReason } from '../../hooks/useErrorReason';
import { ModelServicePages } from '../../hooks/useModelServicePages';
import { ALL_PROJECTS } from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConnectionsSkeleton } from '../ConnectionsTable';
import { ErrorState, StatePanel } from '../StatePanel';

/** What stands where no row is: still loading, no KServe, an error, nothing there, or nothing that matches. */
export function ModelServicesState(props: {
  pages: ModelServicePages;
  cluster: Cluster;
  namespace: string;
  /** How many there are before search and filters. */
  rows: number;
  /** The labels that they are chosen by, where it is not all of the project. */
  selector?: string;
  deploy: CreateLink;
  onClear(): void;
}) {
  const { pages, cluster, namespace, selector, deploy } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const isAll = namespace === ALL_PROJECTS;
  const { error } = pages;
  const isTooMuch = isAll && error !== undefined && !deniedPermission(error);

  if (pages.phase === 'failed' && error && pages.rows.length === 0) {
    if (errorStatus(error) === 404) {
      return (
        <StatePanel
          icon={<CloudOffOutlinedIcon />}
          title={t('services.noKServe')}
          description={
            <>
              {reasonOf(error)}
              <div>{t('services.noKServeHint')}</div>
            </>
          }
          action={
            <Button variant="outlined" color="primary" onClick={pages.retry}>
              {t('common.retry')}
            </Button>
          }
        />
      );
    }
    return (
      <ErrorState
        title={t('services.failed')}
        forbiddenTitle={t(
          isTooMuch ? 'services.forbiddenAll' : 'services.forbidden',
        )}
        forbiddenHint={isTooMuch ? t('list.forbiddenAllHint') : undefined}
        cluster={cluster.name}
        error={error}
        onRetry={pages.retry}
      />
    );
  }
  const isHalted = pages.phase === 'failed' || pages.isPaused;
  if (isHalted && props.rows === 0) {
    // Why, and how to go on, stands above or beneath.
    return (
      <StatePanel
        icon={<SearchIcon />}
        title={t('services.noneLoaded')}
        description={t('list.coverage')}
      />
    );
  }
  if (pages.phase !== 'done' && props.rows === 0) {
    return <ConnectionsSkeleton label={t('services.loading')} />;
  }
  if (props.rows > 0) {
    return (
      <StatePanel
        icon={<SearchIcon />}
        title={t('services.noMatch')}
        description={pages.phase === 'done' ? undefined : t('list.coverage')}
        action={
          <Button variant="outlined" onClick={props.onClear}>
            {t('list.clearNarrowing')}
          </Button>
        }
      />
    );
  }
  let title: string = isAll
    ? t('services.emptyAll')
    : t('services.empty', { project: namespace });
  if (selector !== undefined) title = t('services.emptyEntity', { selector });
  return (
    <StatePanel
      icon={<MemoryIcon />}
      title={title}
      description={t(
        deploy.missingPermission
          ? 'services.emptyMayNot'
          : 'services.emptyHint',
      )}
      action={
        deploy.to && (
          <LinkButton variant="outlined" color="primary" to={deploy.to}>
            {t('services.deploy')}
          </LinkButton>
        )
      }
    />
  );
}
