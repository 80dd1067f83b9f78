import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionTypeIcon,
  ProtocolTags,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: theme.spacing(1.5) },
    icon: { marginTop: theme.spacing(0.25) },
    text: { minWidth: 0, overflowWrap: 'anywhere' },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      lineHeight: '20px',
    },
    name: {
      textAlign: 'left',
      fontSize: theme.typography.pxToRem(14),
      fontWeight: theme.typography.fontWeightMedium as number,
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
    invalid: {
      color: stateColors(theme).danger,
      borderColor: stateColors(theme).danger,
    },
    secondary: {
      color: stateColors(theme).quiet,
      fontSize: theme.typography.pxToRem(12),
    },
    mono: { fontFamily: 'monospace' },
    reason: { color: stateColors(theme).danger, maxWidth: 560 },
  }),
  { name: 'MooringTypeNameCell' },
);

/** Display name, resource name, description, and what is particular; on narrow screens the rest of the row as well. */
export function TypeNameCell(props: {
  type: ConnectionType;
  isCompact: boolean;
  onPreview(type: ConnectionType): void;
}) {
  const { type, isCompact, onPreview } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <div className={classes.root}>
      {!isCompact && (
        <ConnectionTypeIcon
          fontSize="small"
          color="action"
          className={classes.icon}
          protocol={type.protocols[0]}
        />
      )}
      <div className={classes.text}>
        <div className={classes.line}>
          <Link
            component="button"
            className={classes.name}
            onClick={() => onPreview(type)}
          >
            {type.displayName ?? type.name}
          </Link>
          {type.preinstalled && (
            <span className={classes.mark}>
              <LockOutlinedIcon aria-hidden />
              {t('types.preinstalled')}
            </span>
          )}
          {type.invalid !== undefined && (
            <span className={`${classes.mark} ${classes.invalid}`}>
              <ErrorOutlineIcon aria-hidden />
              {t('types.invalid')}
            </span>
          )}
        </div>
        <div className={`${classes.line} ${classes.secondary}`}>
          <span className={classes.mono}>{type.name}</span>
          {type.description && <span>{type.description}</span>}
        </div>
        {type.invalid !== undefined && (
          <div className={`${classes.secondary} ${classes.reason}`}>
            {type.invalid}
          </div>
        )}
        {isCompact && (
          <div className={`${classes.line} ${classes.secondary}`}>
            <span>{type.categories.join(', ')}</span>
            <ProtocolTags protocols={type.protocols} />
          </div>
        )}
      </div>
    </div>
  );
}
