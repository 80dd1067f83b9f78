import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { accentTint } from '@mooring/backstage-plugin-model-connections-react';
import { modelConnectionsTranslationRef } from '../../translation';
import { ABOVE_ACTION_BAR } from '../ActionBar';
import {
  DraftField,
  positionOfField,
} from '../ConnectionTypeEditor/fieldOrder';
import { FieldEvent } from '../ConnectionTypeEditor/typeDraftReducer';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
    },
    shown: {
      // In sight however long the table is; rows go by beneath it.
      position: 'sticky',
      bottom: ABOVE_ACTION_BAR.wide,
      zIndex: 2,
      minHeight: 40,
      padding: theme.spacing(0.5, 3),
      backgroundColor: theme.palette.background.paper,
      backgroundImage: `linear-gradient(${accentTint(theme)}, ${accentTint(
        theme,
      )})`,
      [theme.breakpoints.down('xs')]: {
        bottom: ABOVE_ACTION_BAR.narrow,
        padding: theme.spacing(0.5, 2),
      },
    },
    keys: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(12),
      '& kbd': {
        padding: theme.spacing(0, 0.75),
        border: `1px solid ${theme.palette.text.secondary}`,
        borderRadius: 3,
        backgroundColor: theme.palette.background.paper,
        fontFamily: 'inherit',
        lineHeight: '18px',
      },
    },
  }),
  { name: 'MooringMoveStrip' },
);

/** Says what happened to the fields, to everybody: the live region of the table, with the keys while a row is lifted. */
export function MoveStrip(props: {
  fields: readonly DraftField[];
  event?: FieldEvent;
  canUndo: boolean;
  onUndo(): void;
}) {
  const { fields, event, canUndo, onUndo } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const textOf = ({ kind, id, name, count = 0 }: FieldEvent) => {
    if (kind === 'several') return t('fields.event.several', { count, name });
    if (kind === 'undone') return t('fields.event.undone');
    const where = id === undefined ? undefined : positionOfField(fields, id);
    const text = t(`fields.event.${kind}`, { name });
    if (!where || kind === 'changed') return text;
    const numbers = {
      position: String(where.position),
      total: String(where.total),
    };
    const place =
      where.section === undefined
        ? t('fields.place', numbers)
        : t('fields.placeIn', { ...numbers, section: where.section });
    return `${text}, ${place}`;
  };
  return (
    <div className={`${classes.root} ${event ? classes.shown : ''}`}>
      <Typography variant="body2" component="div" role="status">
        {event && textOf(event)}
      </Typography>
      {event?.kind === 'lifted' && (
        <span className={classes.keys} aria-hidden>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {t('fields.key.move')} <kbd>{t('fields.key.space')}</kbd>{' '}
          {t('fields.key.drop')} <kbd>Esc</kbd> {t('fields.key.cancel')}
        </span>
      )}
      {canUndo && (
        <Button size="small" color="primary" onClick={onUndo}>
          {t('fields.undo')}
        </Button>
      )}
    </div>
  );
}
