import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { stateColors } from '../../theme';
import { ConnectionTypeIcon } from '../ConnectionTypeIcon';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      position: 'relative',
      minHeight: 56,
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      cursor: 'pointer',
      '&:hover': { borderColor: theme.palette.text.secondary },
      '&:focus-within': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    checked: {
      borderColor: theme.palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
      backgroundColor: alpha(
        theme.palette.primary.main,
        theme.palette.type === 'dark' ? 0.16 : 0.08,
      ),
      '& svg': { color: theme.palette.primary.main },
    },
    disabled: { opacity: 0.6, cursor: 'default' },
    // Unseen, and inside of the card, so that the page scrolls to the card that has the focus.
    input: { position: 'absolute', top: 8, left: 8, margin: 0, opacity: 0 },
    text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    description: { color: stateColors(theme).quiet },
    name: { fontWeight: theme.typography.fontWeightMedium as number },
  }),
  { name: 'MooringConnectionTypeCard' },
);

/** One type as a radio button that looks like a card; arrow keys move between the cards of a group. */
export function ConnectionTypeCard(props: {
  type: ConnectionType;
  group: string;
  checked: boolean;
  disabled?: boolean;
  onChoose(type: ConnectionType): void;
}) {
  const { type, group, checked, disabled, onChoose } = props;
  const classes = useStyles();
  return (
    <label
      className={[
        classes.root,
        checked ? classes.checked : '',
        disabled ? classes.disabled : '',
      ].join(' ')}
    >
      <input
        type="radio"
        className={classes.input}
        name={group}
        value={type.name}
        checked={checked}
        disabled={disabled}
        onChange={() => onChoose(type)}
      />
      <ConnectionTypeIcon protocol={type.protocols[0]} color="action" />
      <span className={classes.text}>
        <Typography variant="body2" component="span" className={classes.name}>
          {type.displayName ?? type.name}
        </Typography>
        {type.description && (
          <Typography
            variant="caption"
            component="span"
            display="block"
            className={classes.description}
          >
            {type.description}
          </Typography>
        )}
      </span>
      {checked && <CheckCircleIcon fontSize="small" aria-hidden />}
    </label>
  );
}
