import { makeStyles } from '@material-ui/core/styles';

/** Fields side by side where there is room. */
export const useFieldRowStyles = makeStyles(
  theme => ({
    pair: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    mono: { '& input, & textarea': { fontFamily: 'monospace' } },
  }),
  { name: 'MooringFieldRow' },
);
