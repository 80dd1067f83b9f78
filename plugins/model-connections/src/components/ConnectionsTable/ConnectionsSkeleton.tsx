import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1, 2) },
    row: { marginBottom: theme.spacing(1) },
  }),
  { name: 'MooringConnectionsSkeleton' },
);

/** Stands where the first rows will be. */
export function ConnectionsSkeleton(props: {
  /** What is loading; the connections unless said otherwise. */
  label?: string;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <div
      className={classes.root}
      role="status"
      aria-label={props.label ?? t('list.loading')}
    >
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton
          key={index}
          className={classes.row}
          variant="rect"
          height={48}
        />
      ))}
    </div>
  );
}
