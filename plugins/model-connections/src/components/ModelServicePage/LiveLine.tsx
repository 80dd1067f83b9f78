import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { DateTime } from 'luxon';
import { useEffect, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { RelativeAge } from '../RelativeAge';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
    text: { color: stateColors(theme).quiet },
  }),
  { name: 'MooringLiveLine' },
);

/** That the page follows by itself, when it last looked, and a way to look now. */
export function LiveLine(props: { seenAt?: number; onLook(): void }) {
  const { seenAt, onLook } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick(count => count + 1), 5000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={classes.root}>
      <Tooltip title={t('services.lookNow')}>
        <IconButton
          size="small"
          aria-label={t('services.lookNow')}
          onClick={onLook}
        >
          <RefreshIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      {seenAt !== undefined && (
        <Typography variant="caption" className={classes.text}>
          {t('services.live', {
            age: (
              <RelativeAge iso={DateTime.fromMillis(seenAt).toISO() ?? ''} />
            ),
          })}
        </Typography>
      )}
    </div>
  );
}
