import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import SearchIcon from '@material-ui/icons/Search';
import { ReactNode, Ref, useState, useTransition } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(1.5, 2),
    },
    search: {
      width: 340,
      [theme.breakpoints.down('xs')]: { width: '100%' },
    },
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      flex: 1,
      minWidth: 0,
    },
    count: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  }),
  { name: 'MooringListToolbar' },
);

/** Search, room for filters, how many rows there are, and a way to load them again. */
export function ListToolbar(props: {
  search: string;
  /** What is searched, as label and placeholder. */
  searchLabel: string;
  onSearch(search: string): void;
  inputRef?: Ref<HTMLInputElement>;
  filters?: ReactNode;
  count: string;
  onReload(): void;
}) {
  const { search, searchLabel, onSearch, inputRef, filters, count, onReload } =
    props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  // What is typed stands there at once; thousands of rows follow when there is time.
  const [isFollowing, startFollowing] = useTransition();
  const [typed, setTyped] = useState('');

  return (
    <div className={classes.root}>
      <TextField
        variant="outlined"
        size="small"
        className={classes.search}
        placeholder={searchLabel}
        value={isFollowing ? typed : search}
        onChange={({ target }) => {
          setTyped(target.value);
          startFollowing(() => onSearch(target.value));
        }}
        inputRef={inputRef}
        inputProps={{ 'aria-label': searchLabel, type: 'search' }}
        InputProps={{
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        }}
      />
      <div className={classes.filters}>{filters}</div>
      <div className={classes.count}>
        <Typography variant="body2" color="textSecondary">
          {count}
        </Typography>
        <Tooltip title={t('list.reload')}>
          <IconButton
            size="small"
            aria-label={t('list.reload')}
            onClick={onReload}
          >
            <RefreshIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </div>
    </div>
  );
}
