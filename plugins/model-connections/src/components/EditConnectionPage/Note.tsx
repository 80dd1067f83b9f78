import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  accentTint,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      flexWrap: 'wrap',
      marginBottom: theme.spacing(2),
      color: theme.palette.text.primary,
      backgroundColor: accentTint(theme),
      '& .MuiAlert-icon': { color: theme.palette.primary.main },
      '& .MuiAlert-message': {
        flex: '1 1 240px',
        minWidth: 0,
        overflowWrap: 'anywhere',
      },
    },
    warning: {
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${stateColors(theme).warning}`,
      '& .MuiAlert-icon': { color: stateColors(theme).warning },
    },
  }),
  { name: 'MooringNote' },
);

/** Something to know above what it is about. */
export function Note(props: {
  isWarning?: boolean;
  icon?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const { isWarning, icon, action, children } = props;
  const classes = useStyles();
  return (
    <Alert
      severity={isWarning ? 'warning' : 'info'}
      role="note"
      icon={icon}
      action={action}
      className={`${classes.root} ${isWarning ? classes.warning : ''}`}
    >
      {children}
    </Alert>
  );
}
