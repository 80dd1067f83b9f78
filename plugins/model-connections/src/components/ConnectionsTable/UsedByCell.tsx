import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { UseCount } from '../../hooks/useConnectionUses';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    quiet: { color: stateColors(theme).quiet },
    stale: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: stateColors(theme).warning,
      fontWeight: theme.typography.fontWeightMedium as number,
      whiteSpace: 'nowrap',
      '& svg': { fontSize: 14 },
    },
  }),
  { name: 'MooringUsedByCell' },
);

/** How many model services use a connection, which opens their list, and how many have fallen behind. */
export function UsedByCell(props: {
  connection: ConnectionSummary;
  /** Absent while, or where, it is not known. */
  use?: UseCount;
  onOpen(connection: ConnectionSummary, button: HTMLElement): void;
}) {
  const { connection, use, onOpen } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  if (!use) {
    return <span className={classes.quiet}>–</span>;
  }
  const title = connection.displayName ?? connection.name;
  const text = use.count
    ? t('row.services', { count: use.count })
    : t('row.unused');
  return (
    <>
      <Link
        component="button"
        type="button"
        variant="body2"
        color={use.count ? 'primary' : 'inherit'}
        className={use.count ? '' : classes.quiet}
        aria-label={t('row.usedByLabel', { name: title, services: text })}
        onClick={event => onOpen(connection, event.currentTarget)}
      >
        {text}
      </Link>
      {use.stale > 0 && (
        <Typography variant="caption" component="div" className={classes.stale}>
          <RefreshIcon aria-hidden />
          {t('row.needApply', { count: use.stale })}
        </Typography>
      )}
    </>
  );
}
