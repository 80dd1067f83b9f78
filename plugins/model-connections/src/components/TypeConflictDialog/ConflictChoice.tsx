import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Radio from '@material-ui/core/Radio';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ConnectionTypeDifference,
  ConnectionTypeSide,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  accentTint,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useId } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { useDifferenceTexts } from '../ConnectionTypeDifferences';

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
  }),
  { name: 'MooringConflictChoice' },
);

/** One part of a type in which two versions differ, each as a card to be chosen. */
export function ConflictChoice(props: {
  difference: ConnectionTypeDifference;
  value?: ConnectionTypeSide;
  disabled?: boolean;
  onChange(side: ConnectionTypeSide): void;
}) {
  const { difference, value, disabled, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { title, texts } = useDifferenceTexts();
  const group = useId();
  const isBoth = difference.changedBy === 'both';
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${group}-title`}
      className={classes.root}
    >
      <div className={classes.text}>
        <Typography id={`${group}-title`} variant="body2" component="div">
          <strong>{title(difference)}</strong>
        </Typography>
        <Typography
          variant="caption"
          component="div"
          className={isBoth ? classes.both : classes.quiet}
        >
          {t(`conflict.${difference.changedBy}`)}
        </Typography>
        {difference.part !== 'order' && (
          <Typography
            variant="caption"
            component="div"
            className={classes.quiet}
          >
            {t('conflict.was', {
              value: texts(difference, 'base').join(', '),
            })}
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
            disabled={disabled}
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
            {texts(difference, side).map(line => (
              <Typography key={line} variant="body2" component="div">
                {line}
              </Typography>
            ))}
          </span>
        </label>
      ))}
    </div>
  );
}
