import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import Autocomplete from '@material-ui/lab/Autocomplete';
import {
  ConnectionSummary,
  protocolOf,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionTypeIcon,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useMemo, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { CheckMark } from './CheckMark';
import { useUseObstacle } from './useUseObstacle';

const useStyles = makeStyles(
  theme => ({
    option: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      width: '100%',
      minWidth: 0,
      minHeight: 40,
    },
    words: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    title: { lineHeight: '20px' },
    detail: {
      color: stateColors(theme).quiet,
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '18px',
    },
    dimmed: { color: theme.palette.text.disabled },
    reason: { color: theme.palette.text.primary },
    check: { marginLeft: 'auto' },
    create: {
      color: theme.palette.primary.main,
      fontWeight: theme.typography.fontWeightMedium as number,
    },
    // Reasons are to be read: only the name is dimmed, which is done above.
    disabled: { '&[aria-disabled="true"]': { opacity: 1 } },
    group: {
      lineHeight: '32px',
      fontSize: theme.typography.pxToRem(12),
      fontWeight: theme.typography.fontWeightBold as number,
      textTransform: 'uppercase',
      letterSpacing: '0.04em',
      color: stateColors(theme).quiet,
    },
    list: { maxHeight: '50vh' },
    chosen: { marginLeft: theme.spacing(0.75) },
  }),
  { name: 'MooringConnectionSelect' },
);

type Option =
  | { kind: 'usable' | 'unusable'; row: ConnectionSummary; reason?: string }
  | { kind: 'unknown'; row: { name: string; displayName?: string } }
  | { kind: 'new' };

const nameOf = (option: Option) =>
  option.kind === 'new' ? '' : option.row.name;

/**
 * The connections of a project: those that a model can be served from first, then the others with the reason, and last the
 * way to a new one, which takes nothing away that was typed.
 */
export function ConnectionSelect(props: {
  id: string;
  connections: readonly ConnectionSummary[];
  isLoading: boolean;
  value: string;
  project: string;
  problem?: string;
  help?: string;
  disabled?: boolean;
  onChange(name: string): void;
  onBlur(): void;
  /** Absent for who may create none. */
  onNew?(): void;
}) {
  const { connections, value, project, problem, help, onNew } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const obstacleOf = useUseObstacle();
  const options = useMemo(() => {
    const titleOf = (row: ConnectionSummary) => row.displayName ?? row.name;
    const all = [...connections]
      .sort((one, other) => titleOf(one).localeCompare(titleOf(other)))
      .map((row): Option => {
        const reason = obstacleOf(row);
        return { kind: reason ? 'unusable' : 'usable', row, reason };
      });
    const isKnown = value === '' || connections.some(row => row.name === value);
    return [
      ...(isKnown ? [] : [{ kind: 'unknown', row: { name: value } } as const]),
      ...all.filter(({ kind }) => kind === 'usable'),
      ...all.filter(({ kind }) => kind === 'unusable'),
      ...(onNew ? [{ kind: 'new' } as const] : []),
    ];
    // `obstacleOf` is a new function in each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connections, value, onNew === undefined, t]);
  const [text, setText] = useState('');
  const selected = options.find(
    option => option.kind !== 'new' && option.row.name === value,
  );
  const labelOf = (option: Option) =>
    option.kind === 'new'
      ? t('services.form.newConnection', { project })
      : option.row.displayName ?? option.row.name;

  return (
    <Autocomplete<Option>
      id={props.id}
      size="small"
      options={options}
      value={selected ?? null}
      inputValue={text}
      loading={props.isLoading}
      loadingText={t('list.loading')}
      noOptionsText={t('services.form.noConnections')}
      openText={t('services.form.openConnections')}
      closeText={t('services.form.openConnections')}
      clearText={t('selector.clearProject')}
      disabled={props.disabled}
      blurOnSelect
      classes={{
        option: classes.disabled,
        groupLabel: classes.group,
        listbox: classes.list,
      }}
      getOptionLabel={labelOf}
      getOptionSelected={(option, other) => nameOf(option) === nameOf(other)}
      getOptionDisabled={option => option.kind === 'unusable'}
      groupBy={option =>
        ({
          usable: t('services.form.usable'),
          unknown: t('services.form.usable'),
          unusable: t('services.form.unusable'),
          new: '',
        }[option.kind])
      }
      filterOptions={(all, { inputValue }) => {
        const typed = inputValue.trim().toLocaleLowerCase();
        // What is chosen stands in the field, and is not searched for.
        if (selected && inputValue === labelOf(selected)) return all;
        return all.filter(
          option =>
            option.kind === 'new' ||
            `${labelOf(option)} ${option.row.name}`
              .toLocaleLowerCase()
              .includes(typed),
        );
      }}
      onInputChange={(_event, next, reason) => {
        // The way to a new connection is none: its words are not what is chosen.
        const isNew =
          reason === 'reset' &&
          options.some(
            option => option.kind === 'new' && labelOf(option) === next,
          );
        if (!isNew) setText(next);
      }}
      onChange={(_event, option) => {
        if (option?.kind === 'new') onNew?.();
        else props.onChange(option ? option.row.name : '');
      }}
      onBlur={props.onBlur}
      renderOption={option => {
        if (option.kind === 'new') {
          return (
            <div className={classes.option}>
              <AddIcon color="primary" aria-hidden />
              <span className={classes.create}>{labelOf(option)}</span>
              <span className={`${classes.detail} ${classes.check}`}>
                {t('services.form.newConnectionHint')}
              </span>
            </div>
          );
        }
        const isUsable = option.kind === 'usable';
        const protocol =
          option.kind === 'unknown' ? undefined : option.row.protocol;
        return (
          <div className={classes.option}>
            <ConnectionTypeIcon
              protocol={protocol}
              color={isUsable ? 'action' : 'disabled'}
              fontSize="small"
            />
            <div className={classes.words}>
              <div
                className={`${classes.title} ${
                  option.kind === 'unusable' ? classes.dimmed : ''
                }`}
              >
                {labelOf(option)}
              </div>
              <div
                className={`${classes.detail} ${
                  option.kind === 'unusable' ? classes.reason : ''
                }`}
              >
                {option.kind === 'unusable'
                  ? option.reason
                  : [option.row.name, protocolOf(protocol)?.title]
                      .filter(Boolean)
                      .join(' · ')}
              </div>
            </div>
            {option.kind === 'usable' && <CheckMark connection={option.row} />}
          </div>
        );
      }}
      renderInput={params => (
        <TextField
          {...params}
          required
          variant="outlined"
          label={t('services.form.connection')}
          error={problem !== undefined}
          helperText={problem ?? help}
          InputProps={{
            ...params.InputProps,
            startAdornment: selected && selected.kind !== 'new' && (
              <ConnectionTypeIcon
                protocol={
                  selected.kind === 'unknown'
                    ? undefined
                    : selected.row.protocol
                }
                color="action"
                fontSize="small"
                className={classes.chosen}
              />
            ),
          }}
        />
      )}
    />
  );
}
