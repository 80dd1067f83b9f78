import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import {
  errorStatus,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode } from 'react';
import { ConnectionPages } from '../../hooks/useConnectionPages';
import { ConnectionUses } from '../../hooks/useConnectionUses';
import { CreateLink } from '../../hooks/useCreateLink';
import { useErrorReason } from '../../hooks/useErrorReason';
import { Loaded } from '../../hooks/useLoaded';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      padding: theme.spacing(1, 2),
      color: stateColors(theme).quiet,
      '& > p': { flex: 1, minWidth: 200, overflowWrap: 'anywhere' },
    },
  }),
  { name: 'MooringConnectionsNotes' },
);

function Line(props: { icon: ReactNode; action?: ReactNode; text: string }) {
  const classes = useStyles();
  return (
    <div className={classes.line}>
      {props.icon}
      <Typography variant="body2">{props.text}</Typography>
      {props.action}
    </div>
  );
}

/**
 * Quiet lines above the rows: that one may only look, or create none; and why types have no display name, or nobody knows who uses them.
 */
export function ConnectionsNotes(props: {
  pages: ConnectionPages;
  types: Loaded<ConnectionType[]>;
  uses: ConnectionUses;
  create: CreateLink;
  mayOnlyLook: boolean;
}) {
  const { pages, types, uses, create } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  if (pages.phase === 'first' || (pages.error && pages.rows.length === 0)) {
    return null;
  }
  const permission = create.missingPermission;
  // What something else manages tells nothing about the policy.
  const isLooking = props.mayOnlyLook && pages.rows.some(row => !row.managedBy);
  return (
    <>
      {permission && (
        <Line
          icon={<LockOutlinedIcon fontSize="small" aria-hidden />}
          text={t(isLooking ? 'list.readOnly' : 'list.noCreate', {
            permission,
          })}
        />
      )}
      {uses.error && pages.rows.length > 0 && (
        <Line
          icon={<InfoOutlinedIcon fontSize="small" aria-hidden />}
          text={t('list.usesFailed', { reason: reasonOf(uses.error) })}
          action={
            errorStatus(uses.error) !== 403 && (
              <Button size="small" color="primary" onClick={uses.reload}>
                {t('common.retry')}
              </Button>
            )
          }
        />
      )}
      {uses.partial && pages.rows.length > 0 && (
        <Line
          icon={<InfoOutlinedIcon fontSize="small" aria-hidden />}
          text={t('list.usesPartial', { reason: uses.partial })}
        />
      )}
      {types.error && pages.rows.length > 0 && (
        <Line
          icon={<InfoOutlinedIcon fontSize="small" aria-hidden />}
          text={t('list.typesFailed', { reason: reasonOf(types.error) })}
          action={
            errorStatus(types.error) !== 403 && (
              <Button size="small" color="primary" onClick={types.retry}>
                {t('common.retry')}
              </Button>
            )
          }
        />
      )}
    </>
  );
}
