import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import ErrorIcon from '@material-ui/icons/Error';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
      fontSize: theme.typography.pxToRem(12),
      '& svg': { fontSize: 16 },
    },
    ok: { color: stateColors(theme).success },
    failed: { color: stateColors(theme).danger },
    unverified: { color: stateColors(theme).quiet },
  }),
  { name: 'MooringCheckMark' },
);

const ICONS = {
  ok: CheckCircleIcon,
  failed: ErrorIcon,
  unverified: RadioButtonUncheckedIcon,
};

/** How the last check of a connection went; nothing where there was none. */
export function CheckMark(props: { connection: ConnectionSummary }) {
  const status = props.connection.lastCheck?.status;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  if (!status) {
    return null;
  }
  const Icon = ICONS[status];
  return (
    <span className={classes.root}>
      <Icon className={classes[status]} aria-hidden />
      {t(`services.check.${status}`)}
    </span>
  );
}
