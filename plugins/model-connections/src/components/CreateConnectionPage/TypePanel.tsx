import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import CategoryOutlinedIcon from '@material-ui/icons/CategoryOutlined';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionTypeChooser,
  ConnectionTypeIcon,
  isSelectableType,
} from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { Loaded } from '../../hooks/useLoaded';
import { modelConnectionsTranslationRef } from '../../translation';
import { InstallTypesButton } from '../InstallTypesButton';
import { ErrorState, StatePanel } from '../StatePanel';
import { StepCard } from './StepCard';

const useStyles = makeStyles(
  theme => ({
    chosen: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
    },
    text: { minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'MooringTypePanel' },
);

/** The first step: the type. Where there is one column only, a chosen type shrinks to a line. */
export function TypePanel(props: {
  cluster: string;
  types: Loaded<ConnectionType[]>;
  type?: ConnectionType;
  disabled?: boolean;
  onChoose(type: ConnectionType): void;
}) {
  const { cluster, types, type, disabled, onChoose } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const isOneColumn = useMediaQuery(theme.breakpoints.down('sm'));
  const [isChanging, setChanging] = useState(false);
  const isShort = isOneColumn && type !== undefined && !isChanging;

  const content = () => {
    if (isShort) {
      return (
        <div className={classes.chosen}>
          <ConnectionTypeIcon protocol={type.protocols[0]} color="primary" />
          <div className={classes.text}>
            <Typography variant="body2">
              <strong>{type.displayName ?? type.name}</strong>
            </Typography>
            <Typography variant="caption" color="textSecondary">
              {type.description}
            </Typography>
          </div>
        </div>
      );
    }
    if (types.status === 'loading') {
      return <Progress />;
    }
    if (types.status === 'failed') {
      return (
        <ErrorState
          title={t('create.typesFailed')}
          cluster={cluster}
          error={types.error}
          onRetry={types.retry}
        />
      );
    }
    if (types.value.length === 0) {
      return (
        <StatePanel
          icon={<CategoryOutlinedIcon />}
          title={t('list.noTypes')}
          description={t('list.noTypesHint')}
          action={
            <InstallTypesButton cluster={cluster} onInstalled={types.retry} />
          }
        />
      );
    }
    if (!types.value.some(isSelectableType)) {
      return (
        <StatePanel
          icon={<CategoryOutlinedIcon />}
          title={t('create.noSelectable')}
          description={t('create.noSelectableHint')}
        />
      );
    }
    return (
      <ConnectionTypeChooser
        types={types.value}
        value={type?.name}
        disabled={disabled}
        onChange={chosen => {
          setChanging(false);
          onChoose(chosen);
        }}
      />
    );
  };

  return (
    <StepCard
      step={1}
      title={t('create.type')}
      isNarrow
      action={
        isShort && (
          <Button
            size="small"
            color="primary"
            disabled={disabled}
            aria-label={t('create.changeLabel')}
            onClick={() => setChanging(true)}
          >
            {t('create.change')}
          </Button>
        )
      }
    >
      {content()}
    </StepCard>
  );
}
