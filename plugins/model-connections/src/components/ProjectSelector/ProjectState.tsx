import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import LayersOutlinedIcon from '@material-ui/icons/LayersOutlined';
import { ReactNode } from 'react';
import { ProjectSelection } from '../../hooks/useProjectSelection';
import { modelConnectionsTranslationRef } from '../../translation';
import { StatePanel } from '../StatePanel';

/** Says that the cluster has no project of the chosen name; it may have been made meanwhile. */
export function ProjectState(props: {
  selection: ProjectSelection;
  action?: ReactNode;
}) {
  const { cluster, namespace, namespaces } = props.selection;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <Paper>
      <StatePanel
        icon={<LayersOutlinedIcon />}
        title={t('projects.unknown', {
          project: namespace ?? '',
          cluster: cluster?.title ?? '',
        })}
        description={t('projects.unknownHint')}
        action={
          <>
            {props.action}
            <Button variant="outlined" onClick={namespaces.retry}>
              {t('list.reload')}
            </Button>
          </>
        }
      />
    </Paper>
  );
}
