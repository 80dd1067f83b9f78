import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import CodeIcon from '@material-ui/icons/Code';
import EditOutlinedIcon from '@material-ui/icons/EditOutlined';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import RefreshIcon from '@material-ui/icons/Refresh';
import { ModelService } from '@mooring/backstage-plugin-model-connections-common';
import { useModelServiceLinks } from '../../hooks/useModelServiceLinks';
import { modelConnectionsTranslationRef } from '../../translation';
import { DisabledReason } from '../DisabledReason';
import { ServiceAction } from '../ModelServiceActions';
import { ServiceMenuButton } from '../ModelServicesTable';
import { LiveLine } from './LiveLine';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    live: { flex: '1 1 200px' },
  }),
  { name: 'MooringDetailsBar' },
);

/** When the page last looked, and what is done most often to a service; the rest is in the menu. */
export function DetailsBar(props: {
  service: ModelService;
  actions: readonly ServiceAction[];
  /** Why nothing of it can be changed here. */
  lock?: string;
  /** What the form is to come back to. */
  editState?: unknown;
  seenAt?: number;
  onLook(): void;
  onStart(): void;
  onAsk(action: 'restart' | 'manifest', button: HTMLElement): void;
  onMenu(button: HTMLElement): void;
}) {
  const { service, actions, lock, onAsk } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const links = useModelServiceLinks();
  return (
    <div className={classes.root}>
      <div className={classes.live}>
        <LiveLine seenAt={props.seenAt} onLook={props.onLook} />
      </div>
      {actions.includes('edit') && (
        <DisabledReason reason={lock}>
          {lock ? (
            <Button startIcon={<EditOutlinedIcon />} disabled>
              {t('services.action.edit')}
            </Button>
          ) : (
            <LinkButton
              color="primary"
              startIcon={<EditOutlinedIcon />}
              to={links.edit(service)}
              state={props.editState}
            >
              {t('services.action.edit')}
            </LinkButton>
          )}
        </DisabledReason>
      )}
      {!lock && actions.includes('restart') && (
        <Button
          color="primary"
          startIcon={<RefreshIcon />}
          onClick={event => onAsk('restart', event.currentTarget)}
        >
          {t('services.action.restart')}
        </Button>
      )}
      {!lock && actions.includes('start') && (
        <Button
          color="primary"
          startIcon={<PlayArrowIcon />}
          onClick={props.onStart}
        >
          {t('services.action.start')}
        </Button>
      )}
      <Button
        color="primary"
        startIcon={<CodeIcon />}
        onClick={event => onAsk('manifest', event.currentTarget)}
      >
        {t('services.action.manifest')}
      </Button>
      <ServiceMenuButton
        service={service}
        onOpen={(_service, button) => props.onMenu(button)}
      />
    </div>
  );
}
