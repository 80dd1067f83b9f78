import { makeStyles } from '@material-ui/core/styles';

/** Two columns where they fit (each at least 220 px), one where not; `wide` takes a whole row. */
export const useFieldGridStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      alignItems: 'start',
      gap: theme.spacing(2),
      gridTemplateColumns: `repeat(auto-fill, minmax(max(220px, calc(50% - ${theme.spacing(
        1,
      )}px)), 1fr))`,
    },
    wide: { gridColumn: '1 / -1' },
  }),
  { name: 'MooringFieldGrid' },
);
