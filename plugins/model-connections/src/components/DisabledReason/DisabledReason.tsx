import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { ReactElement } from 'react';

const useStyles = makeStyles(
  { root: { display: 'inline-flex' } },
  { name: 'MooringDisabledReason' },
);

/** Says why a control is disabled, to the mouse and to the keyboard: a disabled button alone can tell neither. */
export function DisabledReason(props: {
  /** Absent where the control is not disabled. */
  reason?: string;
  children: ReactElement;
}) {
  const { reason, children } = props;
  const classes = useStyles();
  if (!reason) {
    return children;
  }
  return (
    <Tooltip title={reason}>
      <span
        className={classes.root}
        role="note"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={reason}
      >
        {children}
      </span>
    </Tooltip>
  );
}
