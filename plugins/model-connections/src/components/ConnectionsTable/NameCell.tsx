import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { alpha, makeStyles } from '@material-ui/core/styles';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { RelativeAge } from '../RelativeAge';
import { CompatibilityCell } from './CompatibilityCell';
import { connectionRowKey } from './connectionRowKey';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      lineHeight: '20px',
    },
    displayName: {
      // Stronger than what a link has of its own.
      '&&': { fontWeight: theme.typography.fontWeightMedium as number },
      overflowWrap: 'anywhere',
    },
    mark: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0, 0.75),
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: 10,
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '18px',
      whiteSpace: 'nowrap',
      '& svg': { fontSize: 14 },
    },
    new: {
      borderColor: theme.palette.primary.main,
      backgroundColor: alpha(theme.palette.primary.main, 0.1),
    },
    name: {
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(12),
      overflowWrap: 'anywhere',
    },
    secondary: {
      color: stateColors(theme).quiet,
      fontSize: theme.typography.pxToRem(12),
    },
  }),
  { name: 'MooringNameCell' },
);

/** Display name, resource name, what else writes it; on narrow screens the rest of the row as well. */
export function NameCell(props: {
  connection: ConnectionSummary;
  /** Where the connection is looked at and changed. */
  link: string;
  linkState?: object;
  isCompact: boolean;
  withProject: boolean;
  newKey?: string;
  typeTitle: string;
  /** Who uses it, on narrow screens. */
  usedBy?: ReactNode;
}) {
  const { connection, isCompact, withProject, newKey, typeTitle, usedBy } =
    props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { displayName, name, namespace, managedBy, description } = connection;
  return (
    <>
      <div className={classes.line}>
        <Link
          to={props.link}
          state={props.linkState}
          color="primary"
          className={classes.displayName}
          title={description}
        >
          {displayName ?? name}
        </Link>
        {newKey === connectionRowKey(connection) && (
          <span className={`${classes.mark} ${classes.new}`}>
            <CheckCircleOutlineIcon aria-hidden />
            {t('row.new')}
          </span>
        )}
        {managedBy && (
          <span className={classes.mark}>
            <LockOutlinedIcon aria-hidden />
            {t('row.readOnly')}
          </span>
        )}
      </div>
      <div className={`${classes.line} ${classes.secondary}`}>
        <span className={classes.name}>{name}</span>
        {managedBy && (
          <span>
            · {managedBy.kind} {managedBy.name}
          </span>
        )}
      </div>
      {isCompact && (
        <div className={`${classes.line} ${classes.secondary}`}>
          <span>
            {[withProject && namespace, typeTitle].filter(Boolean).join(' · ')}{' '}
            · <RelativeAge iso={connection.createdAt} />
          </span>
          <CompatibilityCell connection={connection} />
          <span>{usedBy}</span>
        </div>
      )}
    </>
  );
}
