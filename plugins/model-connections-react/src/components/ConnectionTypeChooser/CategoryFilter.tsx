import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import { accentTint } from '../../theme';
import { modelConnectionsReactTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
    chip: { margin: 0 },
    pressed: {
      color: theme.palette.primary.main,
      borderColor: theme.palette.primary.main,
      '&&, &&:hover, &&:focus': {
        backgroundColor: accentTint(theme),
      },
    },
  }),
  { name: 'MooringCategoryFilter' },
);

/** Chips for the categories that occur; nothing where there are fewer than two. */
export function CategoryFilter(props: {
  types: readonly ConnectionType[];
  value?: string;
  onChange(category: string | undefined): void;
}) {
  const { types, value, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const categories = [...new Set(types.flatMap(type => type.categories))];
  if (categories.length < 2) {
    return null;
  }
  const choices = [
    {
      category: undefined,
      label: t('chooser.all', { number: String(types.length) }),
    },
    ...categories.map(category => ({ category, label: category })),
  ];
  return (
    <div
      role="group"
      aria-label={t('chooser.category')}
      className={classes.root}
    >
      {choices.map(({ category, label }) => (
        <Chip
          key={category ?? ''}
          size="small"
          variant="outlined"
          clickable
          label={label}
          aria-pressed={category === value}
          className={`${classes.chip} ${
            category === value ? classes.pressed : ''
          }`}
          onClick={() => onChange(category)}
        />
      ))}
    </div>
  );
}
