import { Content, LinkButton, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import {
  Cluster,
  ConnectionType,
} from '@mooring/backstage-plugin-model-connections-common';
import { useLocation, useParams } from 'react-router-dom';
import { editableOf } from '../../connection-types/editableOf';
import { useConnectionType } from '../../hooks/useConnectionType';
import { useConnectionTypeLinks } from '../../hooks/useConnectionTypeLinks';
import { useConnectionTypes } from '../../hooks/useConnectionTypes';
import { useMayCreateTypes } from '../../hooks/useMayCreateTypes';
import { useProjectSelection } from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { useTypeObstacles } from '../ConnectionTypesTable';
import { ClusterState } from '../ProjectSelector';
import { ErrorState, StatePanel } from '../StatePanel';
import { ConnectionTypeEditor } from './ConnectionTypeEditor';
import { EditorPurpose, EditorTask } from './EditorTask';
import { emptyType } from './TypeDraft';

const NO_TYPES: readonly ConnectionType[] = [];

function Editor(props: {
  cluster: Cluster;
  purpose: EditorPurpose;
  name?: string;
}) {
  const { cluster, purpose, name } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const links = useConnectionTypeLinks(cluster.name);
  const types = useConnectionTypes(cluster.name);
  const source = useConnectionType(
    name === undefined ? undefined : { cluster: cluster.name, name },
  );
  const { isKnown, mayNotCreate } = useMayCreateTypes();
  const obstacles = useTypeObstacles(source.value, mayNotCreate);
  const toList = (
    <LinkButton variant="outlined" color="primary" to={links.list}>
      {t('editor.toList')}
    </LinkButton>
  );

  if (source.status === 'failed') {
    return (
      <Paper>
        <ErrorState
          title={t('editor.loadFailed')}
          forbiddenTitle={t('types.forbidden')}
          cluster={cluster.name}
          error={source.error}
          onRetry={source.retry}
        />
      </Paper>
    );
  }
  if (
    (name !== undefined && source.status === 'loading') ||
    // The list is only for names and categories: it may fail.
    types.status === 'loading' ||
    !isKnown
  ) {
    return <Progress />;
  }
  const obstacle =
    purpose === 'create'
      ? mayNotCreate
      : obstacles[purpose === 'edit' ? 'edit' : 'duplicate'];
  if (obstacle) {
    const isInvalid = source.value?.invalid !== undefined;
    return (
      <Paper>
        <StatePanel
          icon={isInvalid ? <ErrorOutlineIcon /> : <LockOutlinedIcon />}
          title={t(`editor.mayNot.${purpose}`)}
          description={
            <>
              {obstacle} {source.value?.invalid}
            </>
          }
          action={
            <>
              {purpose === 'edit' && !obstacles.duplicate && name && (
                <LinkButton
                  variant="outlined"
                  color="primary"
                  to={links.duplicate(name)}
                >
                  {t('editor.duplicateInstead')}
                </LinkButton>
              )}
              {toList}
            </>
          }
        />
      </Paper>
    );
  }
  const stored = source.value && editableOf(source.value);
  const task: EditorTask = {
    purpose,
    source: source.value,
    start: stored ?? emptyType,
  };
  if (purpose === 'duplicate' && stored) {
    task.start = {
      ...stored,
      displayName: t('editor.copyName', { name: stored.displayName }),
      enabled: true,
    };
  }
  return (
    <ConnectionTypeEditor
      // Another type is another draft.
      key={`${purpose}/${name}`}
      cluster={cluster}
      task={task}
      types={types.value ?? NO_TYPES}
    />
  );
}

/** The editor of a connection type: a new one, an existing one, or a copy, as the address says. */
export function ConnectionTypeEditorPage(props: { purpose: EditorPurpose }) {
  const { purpose } = props;
  const { name } = useParams();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { pathname, search } = useLocation();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('xs'));
  const { cluster, clusters, clusterName } = useProjectSelection();
  return (
    <>
      {!isNarrow && (
        // On narrow screens a third entry does not fit, and there is a way back on the page. It stands beside the content,
        // which must not be mounted anew when a screen is turned.
        <BreadcrumbEntry
          entry={{
            label: t(`editor.crumb.${purpose}`),
            href: `${pathname}${search}`,
          }}
        >
          {null}
        </BreadcrumbEntry>
      )}
      <Content>
        {cluster && cluster.unusable === undefined ? (
          <Editor
            key={`${cluster.name}/${name}`}
            cluster={cluster}
            purpose={purpose}
            name={name}
          />
        ) : (
          <ClusterState
            clusters={clusters}
            clusterName={clusterName}
            unknownHint={t('clusters.unknownHintList')}
          />
        )}
      </Content>
    </>
  );
}
