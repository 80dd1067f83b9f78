import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Radio from '@material-ui/core/Radio';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import {
  accentTint,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useId } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConflictPart, ConflictSide } from './ConflictPart';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(120px, 1fr) 2fr 2fr',
      gap: theme.spacing(1, 2),
      alignItems: 'start',
      margin: 0,
      padding: theme.spacing(1.5, 0),
      border: 0,
      borderTop: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    text: { minWidth: 0, overflowWrap: 'anywhere' },
    quiet: { color: stateColors(theme).quiet },
    both: { color: stateColors(theme).warning },
    card: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      minHeight: 44,
      padding: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      cursor: 'pointer',
      '&:focus-within': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    chosen: {
      borderColor: theme.palette.primary.main,
      backgroundColor: accentTint(theme),
    },
    radio: { padding: 0 },
    lock: { marginRight: theme.spacing(0.5), fontSize: 16, verticalAlign: -3 },
  }),
  { name: 'MooringConflictChoice' },
);

/** One part in which two versions differ, each as a card to be chosen. */
export function ConflictChoice(props: {
  part: ConflictPart;
  value?: ConflictSide;
  disabled?: boolean;
  onChange(side: ConflictSide): void;
}) {
  const { part, value, disabled, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const group = useId();
  const isOpen = part.changedBy === 'both' || part.changedBy === 'unknown';
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${group}-title`}
      className={classes.root}
    >
      <div className={classes.text}>
        <Typography id={`${group}-title`} variant="body2" component="div">
          <strong>{part.title}</strong>
        </Typography>
        <Typography
          variant="caption"
          component="div"
          className={isOpen ? classes.both : classes.quiet}
        >
          {t(`conflict.${part.changedBy}`)}
        </Typography>
        {part.was !== undefined && (
          <Typography
            variant="caption"
            component="div"
            className={classes.quiet}
          >
            {t('conflict.was', { value: part.was })}
          </Typography>
        )}
      </div>
      {(['theirs', 'mine'] as const).map(side => (
        <label
          key={side}
          className={`${classes.card} ${value === side ? classes.chosen : ''}`}
        >
          <Radio
            className={classes.radio}
            size="small"
            color="primary"
            name={group}
            value={side}
            checked={value === side}
            disabled={disabled || part.isImpossible === side}
            onChange={() => onChange(side)}
          />
          <span className={classes.text}>
            <Typography
              variant="caption"
              component="div"
              className={classes.quiet}
            >
              {t(side === 'theirs' ? 'conflict.stored' : 'conflict.yours')}
            </Typography>
            {part.texts[side].map(line => (
              <Typography key={line} variant="body2" component="div">
                {part.isHidden && (
                  <LockOutlinedIcon className={classes.lock} aria-hidden />
                )}
                {line}
              </Typography>
            ))}
          </span>
        </label>
      ))}
    </div>
  );
}
