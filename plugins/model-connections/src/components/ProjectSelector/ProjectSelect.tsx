import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import {
  isDns1123Label,
  NamespaceList,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  isClusterSignInError,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { Loaded } from '../../hooks/useLoaded';
import { ALL_PROJECTS } from '../../hooks/useProjectSelection';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { width: 280, [theme.breakpoints.down('xs')]: { width: '100%' } },
    field: {
      // It may stand on the grey of the page.
      '& label:not(.Mui-focused), & p': { color: stateColors(theme).quiet },
      '& label.Mui-error, & p.Mui-error, & label .Mui-error': {
        color: stateColors(theme).danger,
      },
      '& .Mui-error .MuiOutlinedInput-notchedOutline': {
        borderColor: stateColors(theme).danger,
      },
    },
    name: { fontFamily: 'monospace' },
    option: { minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'MooringProjectSelect' },
);

/**
 * The projects of a cluster, to be searched by typing. Where the cluster does not list them all, any valid name may be
 * typed, and the reason stands beneath.
 */
export function ProjectSelect(props: {
  namespaces: Loaded<NamespaceList>;
  value?: string;
  onChange(namespace: string): void;
  /** Whether all projects together can be chosen. */
  withAll?: boolean;
  required?: boolean;
  /** What is wrong with the choice. */
  problem?: string;
  id?: string;
  className?: string;
}) {
  const { namespaces, value, onChange, withAll, required, className } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const [isBad, setBad] = useState(false);
  const items = namespaces.value?.items ?? [];
  const partial = namespaces.error
    ? reasonOf(namespaces.error)
    : namespaces.value?.partial;
  // A missing sign-in is the page's to tell of.
  const needsSignIn = isClusterSignInError(namespaces.error);

  const listed = [
    ...(withAll ? [ALL_PROJECTS] : []),
    ...items.map(item => item.name),
  ];
  // Autocomplete complains about a value that is no option. Ours may stand in no list: it was typed, there is no such
  // project, or the list is on its way. It is not offered again.
  const options =
    value === undefined || listed.includes(value) ? listed : [...listed, value];
  const labelOf = (name: string) =>
    name === ALL_PROJECTS ? t('selector.allProjects') : name;
  const displayNameOf = (name: string) =>
    items.find(item => item.name === name)?.displayName;

  const choose = (text: string | undefined) => {
    const name = text?.trim();
    if (!name) {
      return;
    }
    const isGood = listed.includes(name) || isDns1123Label(name);
    setBad(!isGood);
    if (isGood) {
      onChange(name);
    }
  };

  let help = isBad ? t('selector.badProject') : props.problem;
  if (help === undefined && partial !== undefined && !needsSignIn) {
    help = t('selector.partial', { reason: partial });
  }

  return (
    <Autocomplete
      id={props.id ?? 'mooring-project'}
      size="small"
      className={className ?? classes.root}
      options={options}
      // Without a way to clear it the type leaves nothing out, yet nothing is what is chosen at first.
      value={(value ?? null) as string}
      freeSolo={partial !== undefined}
      forcePopupIcon
      disableClearable
      loading={namespaces.status === 'loading'}
      getOptionLabel={labelOf}
      filterOptions={(_all, { inputValue }) => {
        const typed = inputValue.trim().toLowerCase();
        const isChosen = value !== undefined && inputValue === labelOf(value);
        return isChosen
          ? listed
          : listed.filter(name =>
              `${labelOf(name)} ${displayNameOf(name) ?? ''}`
                .toLowerCase()
                .includes(typed),
            );
      }}
      renderOption={name => (
        <div className={classes.option}>
          {displayNameOf(name) ?? labelOf(name)}
          {displayNameOf(name) && (
            <Typography
              variant="caption"
              color="textSecondary"
              display="block"
              className={classes.name}
            >
              {name}
            </Typography>
          )}
        </div>
      )}
      openText={t('selector.openProjects')}
      closeText={t('selector.openProjects')}
      clearText={t('selector.clearProject')}
      noOptionsText={t('selector.noProject')}
      onChange={(_event, name) => choose(name)}
      renderInput={params => (
        <TextField
          {...params}
          className={classes.field}
          variant="outlined"
          required={required}
          label={t('selector.project')}
          error={isBad || props.problem !== undefined}
          helperText={help}
          placeholder={
            partial === undefined ? undefined : t('selector.typeProject')
          }
          onBlur={event =>
            partial !== undefined &&
            event.target.value !== labelOf(value ?? '') &&
            choose(event.target.value)
          }
        />
      )}
    />
  );
}
