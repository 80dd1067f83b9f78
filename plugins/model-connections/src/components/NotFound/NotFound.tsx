import { Content } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import ExploreOffOutlinedIcon from '@material-ui/icons/ExploreOffOutlined';
import { modelConnectionsTranslationRef } from '../../translation';
import { StatePanel } from '../StatePanel';
import { BackToList } from './BackToList';

/** Stands where an address leads to no page. */
export function NotFound() {
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <Content>
      <Paper>
        <StatePanel
          icon={<ExploreOffOutlinedIcon />}
          title={t('notFound.title')}
          description={t('notFound.hint')}
          action={<BackToList />}
        />
      </Paper>
    </Content>
  );
}
