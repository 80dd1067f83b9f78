import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import MemoryIcon from '@material-ui/icons/Memory';
import PersonOutlineIcon from '@material-ui/icons/PersonOutline';
import { Dependent } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { isService } from './dependentKey';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1.5),
      minWidth: 0,
    },
    icon: { marginTop: 1 },
    text: { minWidth: 0, overflowWrap: 'anywhere' },
    quiet: { color: stateColors(theme).quiet },
  }),
  { name: 'MooringDependentName' },
);

/** A dependent by name and kind, and how it is bound to the connection. */
export function DependentName(props: { dependent: Dependent }) {
  const { dependent } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { kind, name, displayName, via } = dependent;
  const Icon = isService(dependent) ? MemoryIcon : PersonOutlineIcon;
  const how =
    kind === 'ServiceAccount' && via === 'serviceAccount'
      ? t('dependents.namesIt')
      : t(`dependents.via.${via}`);
  const parts = [displayName && name, kind, how];
  return (
    <div className={classes.root}>
      <Icon
        fontSize="small"
        color="action"
        className={classes.icon}
        aria-hidden
      />
      <div className={classes.text}>
        <Typography variant="body2" component="div">
          <strong>{displayName ?? name}</strong>
        </Typography>
        <Typography variant="caption" component="div" className={classes.quiet}>
          {parts.filter(Boolean).join(' · ')}
        </Typography>
      </div>
    </div>
  );
}
