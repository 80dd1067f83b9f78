import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import ButtonBase from '@material-ui/core/ButtonBase';
import Checkbox from '@material-ui/core/Checkbox';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { accentTint } from '@mooring/backstage-plugin-model-connections-react';
import { useRef, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      height: 32,
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: 16,
      overflow: 'hidden',
    },
    active: {
      color: theme.palette.primary.main,
      borderColor: theme.palette.primary.main,
      backgroundColor: accentTint(theme),
    },
    button: {
      padding: theme.spacing(0, 0.75, 0, 1.5),
      gap: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(13),
      fontWeight: theme.typography.fontWeightMedium as number,
      whiteSpace: 'nowrap',
      '& svg': { fontSize: 18 },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -3,
        borderRadius: 16,
      },
    },
    clear: { padding: theme.spacing(0, 1, 0, 0.25) },
    checkbox: { padding: theme.spacing(0, 1, 0, 0) },
    item: { whiteSpace: 'normal', maxWidth: 360, overflowWrap: 'anywhere' },
  }),
  { name: 'MooringFilterChip' },
);

/** One thing that a filter lets through. */
export interface FilterOption {
  value: string;
  label: string;
}

/** A filter with several values as a chip: outlined while it lets everything through, filled and with a × when not. */
export function FilterChip(props: {
  label: string;
  options: readonly FilterOption[];
  /** Those that are let through; empty for all. */
  value: readonly string[];
  onChange(value: readonly string[]): void;
}) {
  const { label, options, value, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isActive = value.length > 0;
  const labelOf = (one: string) =>
    options.find(option => option.value === one)?.label ?? one;
  // What the URL names stays choosable, so that it can be taken out.
  const strange = value.filter(
    one => !options.some(option => option.value === one),
  );
  const all = [...options, ...strange.map(one => ({ value: one, label: one }))];
  let text = label;
  if (value.length === 1) text = `${label}: ${labelOf(value[0])}`;
  if (value.length > 1) {
    text = t('filter.several', {
      label,
      chosen: String(value.length),
      all: String(all.length),
    });
  }

  return (
    <div className={`${classes.root} ${isActive ? classes.active : ''}`}>
      <ButtonBase
        ref={button}
        className={classes.button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {text}
        {!isActive && <ExpandMoreIcon aria-hidden />}
      </ButtonBase>
      {isActive && (
        <ButtonBase
          className={`${classes.button} ${classes.clear}`}
          aria-label={t('filter.clear', { label })}
          onClick={() => {
            button.current?.focus();
            onChange([]);
          }}
        >
          <CloseIcon aria-hidden />
        </ButtonBase>
      )}
      <Menu
        open={isOpen}
        anchorEl={button.current}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setOpen(false)}
        MenuListProps={{ 'aria-label': label, dense: true }}
      >
        {all.map(option => {
          const isChosen = value.includes(option.value);
          return (
            <MenuItem
              key={option.value}
              className={classes.item}
              role="menuitemcheckbox"
              aria-checked={isChosen}
              onClick={() =>
                onChange(
                  isChosen
                    ? value.filter(one => one !== option.value)
                    : [...value, option.value],
                )
              }
            >
              <Checkbox
                size="small"
                color="primary"
                className={classes.checkbox}
                checked={isChosen}
                tabIndex={-1}
                inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
              />
              {option.label}
            </MenuItem>
          );
        })}
      </Menu>
    </div>
  );
}
