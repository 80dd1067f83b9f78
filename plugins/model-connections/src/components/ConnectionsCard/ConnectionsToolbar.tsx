import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import SearchIcon from '@material-ui/icons/Search';
import { ReactNode, Ref } from 'react';
import { ConnectionPages } from '../../hooks/useConnectionPages';
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
    filters: { display: 'flex', flexWrap: 'wrap', flex: 1, minWidth: 0 },
    count: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  }),
  { name: 'MooringConnectionsToolbar' },
);

/** Search, room for filters, and how many connections there are. */
export function ConnectionsToolbar(props: {
  pages: ConnectionPages;
  search: string;
  onSearch(search: string): void;
  matching: number;
  inputRef?: Ref<HTMLInputElement>;
  filters?: ReactNode;
}) {
  const { pages, search, onSearch, matching, inputRef, filters } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const loaded = pages.rows.length;
  const numbers = { matching: String(matching), loaded: String(loaded) };

  let count = '';
  if (loaded > 0 && search.trim()) {
    count =
      pages.phase === 'done'
        ? t('list.matchCount', numbers)
        : t('list.matchLoaded', numbers);
  } else if (loaded > 0) {
    count = t('list.count', { count: loaded });
  }

  return (
    <div className={classes.root}>
      <TextField
        variant="outlined"
        size="small"
        className={classes.search}
        placeholder={t('list.search')}
        value={search}
        onChange={event => onSearch(event.target.value)}
        inputRef={inputRef}
        inputProps={{ 'aria-label': t('list.search'), type: 'search' }}
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
            onClick={pages.reload}
          >
            <RefreshIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </div>
    </div>
  );
}
