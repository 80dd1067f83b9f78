import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      padding: theme.spacing(2),
      maxHeight: '50vh',
      overflow: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      fontSize: theme.typography.pxToRem(12),
      lineHeight: 1.5,
    },
    wrapped: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  }),
  { name: 'MooringCodeBlock' },
);

/** Text as it stands, such as YAML or a command. */
export function CodeBlock(props: {
  children: string;
  /** What it is, for those who come to it by keyboard. */
  label: string;
  isWrapped?: boolean;
}) {
  const { children, label, isWrapped } = props;
  const classes = useStyles();
  return (
    <pre
      className={`${classes.root} ${isWrapped ? classes.wrapped : ''}`}
      role="region"
      aria-label={label}
      // It scrolls, so the keyboard has to reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </pre>
  );
}
