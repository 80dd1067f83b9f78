import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { accentTint } from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      height: 32,
      padding: theme.spacing(0, 1.5),
      gap: theme.spacing(0.75),
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: 16,
      fontSize: theme.typography.pxToRem(13),
      fontWeight: theme.typography.fontWeightMedium as number,
      whiteSpace: 'nowrap',
      '& svg': { fontSize: 16 },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    on: {
      color: theme.palette.primary.main,
      borderColor: theme.palette.primary.main,
      backgroundColor: accentTint(theme),
    },
  }),
  { name: 'MooringToggleChip' },
);

/** A filter that is on or off, with how many there are. */
export function ToggleChip(props: {
  icon: ReactNode;
  label: string;
  count: number;
  isOn: boolean;
  onChange(isOn: boolean): void;
}) {
  const { icon, label, count, isOn, onChange } = props;
  const classes = useStyles();
  return (
    <ButtonBase
      className={`${classes.root} ${isOn ? classes.on : ''}`}
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
    >
      {icon}
      {label}
      <strong>{count}</strong>
      {isOn && <CloseIcon aria-hidden />}
    </ButtonBase>
  );
}
