import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import { FormTextField } from '@mooring/backstage-plugin-model-connections-react';
import { FormEvent, memo, useEffect, useRef, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { CategoriesField } from './CategoriesField';
import { TypeNameField } from './TypeNameField';
import { TypeDraftModel, TypeMetadata } from './useTypeDraft';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    form: {
      display: 'grid',
      gap: theme.spacing(2),
      alignItems: 'start',
      gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    },
    rest: {
      gridColumn: '1 / -1',
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
    },
    description: { flex: '1 1 260px' },
    enabled: { margin: 0 },
    enabledText: { fontSize: theme.typography.pxToRem(14) },
  }),
  { name: 'MooringMetadataCard' },
);

/** Names, description, categories and whether the type can be chosen. It is the form that the page's action submits. */
export const MetadataCard = memo(function MetadataCardView(props: {
  id: string;
  metadata: TypeMetadata;
  dispatch: TypeDraftModel['dispatch'];
  isLocked: boolean;
  /** Another type has the name. */
  isTaken: boolean;
  knownCategories: readonly string[];
  /** What the server says about single parts. */
  refused: Readonly<Record<string, string>>;
  /** Grows with each refused submit: everything wrong is shown then, and the first has the focus. */
  refusals: number;
  disabled?: boolean;
  onSubmit(): void;
}) {
  const {
    id,
    metadata,
    dispatch,
    isLocked,
    isTaken,
    knownCategories,
    disabled,
  } = props;
  const { refused, refusals, onSubmit } = props;
  const { name, slug, problems } = metadata;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const root = useRef<HTMLFormElement>(null);
  const [touched, setTouched] = useState<Readonly<Record<string, true>>>({});
  const touch = (key: string) => setTouched(old => ({ ...old, [key]: true }));
  const problemOf = (key: string) =>
    refused[key] ?? (touched[key] || refusals > 0 ? problems[key] : undefined);
  const follows = metadata.typedSlug === undefined;

  useEffect(() => {
    if (refusals > 0 && !disabled) {
      root.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"]')
        ?.focus();
    }
  }, [refusals, disabled]);

  return (
    <Paper className={classes.root}>
      <form
        id={id}
        ref={root}
        noValidate
        autoComplete="off"
        className={classes.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <FormTextField
          id={`${id}-displayName`}
          label={t('editor.displayName')}
          required
          disabled={disabled}
          value={metadata.displayName}
          problem={problemOf('displayName')}
          onChange={event => {
            touch('displayName');
            dispatch({
              type: 'set',
              change: { displayName: event.target.value },
            });
          }}
        />
        <TypeNameField
          id={`${id}-name`}
          value={isLocked ? name : slug}
          isLocked={isLocked}
          follows={follows}
          isFree={!isTaken && !problems.name}
          disabled={disabled}
          problem={
            isTaken
              ? t('editor.nameTaken')
              : refused.name ??
                ((touched.displayName && metadata.displayName.trim() !== '') ||
                touched.name ||
                refusals > 0
                  ? problems.name
                  : undefined)
          }
          onChange={typedSlug => {
            touch('name');
            dispatch({ type: 'set', change: { typedSlug } });
          }}
        />
        <CategoriesField
          id={`${id}-categories`}
          value={metadata.categories}
          known={knownCategories}
          problem={problemOf('categories')}
          disabled={disabled}
          onBlur={() => touch('categories')}
          onChange={categories =>
            dispatch({ type: 'set', change: { categories } })
          }
        />
        <div className={classes.rest}>
          <FormTextField
            id={`${id}-description`}
            className={classes.description}
            label={t('editor.description')}
            disabled={disabled}
            value={metadata.description}
            problem={refused.description}
            onChange={event =>
              dispatch({
                type: 'set',
                change: { description: event.target.value },
              })
            }
          />
          <FormControlLabel
            className={classes.enabled}
            classes={{ label: classes.enabledText }}
            label={t('editor.enabled')}
            disabled={disabled}
            control={
              <Switch
                color="primary"
                checked={metadata.enabled}
                onChange={event =>
                  dispatch({
                    type: 'set',
                    change: { enabled: event.target.checked },
                  })
                }
              />
            }
          />
        </div>
      </form>
    </Paper>
  );
});
