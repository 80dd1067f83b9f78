import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { ReactNode, useId, useState } from 'react';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { CategoryFilter } from './CategoryFilter';
import { ConnectionTypeCard } from './ConnectionTypeCard';
import { isSelectableType } from './isSelectableType';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1.5) },
    cards: { display: 'grid', gap: theme.spacing(1) },
  }),
  { name: 'MooringConnectionTypeChooser' },
);

/**
 * Properties of {@link ConnectionTypeChooser}.
 *
 * @public
 */
export interface ConnectionTypeChooserProps {
  /** Every type of the cluster; those that cannot be chosen are counted and left out. */
  types: readonly ConnectionType[];
  /** The name of the chosen type. */
  value?: string;
  onChange(type: ConnectionType): void;
  disabled?: boolean;
  /** Stands behind the line that counts the hidden types, such as a link to where they are managed. */
  hiddenTypesAction?: ReactNode;
}

/** The types that most people want come first, the others by the name that is shown. */
const FIRST = ['s3', 'oci', 'uri'];

function byImportance(one: ConnectionType, other: ConnectionType): number {
  const rank = ({ preinstalled, protocols: [protocol] }: ConnectionType) => {
    const index = FIRST.indexOf(protocol);
    return preinstalled && index >= 0 ? index : FIRST.length;
  };
  const nameOf = (type: ConnectionType) => type.displayName ?? type.name;
  return rank(one) - rank(other) || nameOf(one).localeCompare(nameOf(other));
}

function matches(type: ConnectionType, search: string): boolean {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const text = [
    type.displayName,
    type.name,
    type.description,
    ...type.categories,
  ]
    .join(' ')
    .toLocaleLowerCase();
  return words.every(word => text.includes(word));
}

/**
 * Cards to choose a connection type from, with a search and a filter by category. The chosen card stays in the list
 * whatever is searched for, so that one always sees what the form belongs to.
 *
 * @public
 */
export function ConnectionTypeChooser(props: ConnectionTypeChooserProps) {
  const { types, value, onChange, disabled, hiddenTypesAction } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const group = useId();
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState<string | undefined>();

  const selectable = types.filter(isSelectableType).sort(byImportance);
  const hidden = types.length - selectable.length;
  const shown = selectable.filter(
    type =>
      type.name === value ||
      ((category === undefined || type.categories.includes(category)) &&
        matches(type, search)),
  );

  return (
    <div className={classes.root}>
      <TextField
        variant="outlined"
        size="small"
        fullWidth
        placeholder={t('chooser.search')}
        value={search}
        onChange={event => setSearch(event.target.value)}
        inputProps={{ 'aria-label': t('chooser.search'), type: 'search' }}
        InputProps={{
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        }}
      />
      <CategoryFilter
        types={selectable}
        value={category}
        onChange={setCategory}
      />
      <div
        role="radiogroup"
        aria-label={t('chooser.label')}
        className={classes.cards}
      >
        {shown.map(type => (
          <ConnectionTypeCard
            key={type.name}
            type={type}
            group={group}
            checked={type.name === value}
            disabled={disabled}
            onChoose={onChange}
          />
        ))}
      </div>
      {shown.length === 0 && selectable.length > 0 && (
        <Typography variant="body2" color="textSecondary" role="status">
          {t('chooser.noMatch')}
        </Typography>
      )}
      {hidden > 0 && (
        <Typography variant="caption" color="textSecondary">
          {t('chooser.hidden', { count: hidden })} {hiddenTypesAction}
        </Typography>
      )}
    </div>
  );
}
