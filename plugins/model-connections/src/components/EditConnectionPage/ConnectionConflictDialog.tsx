import { useApi } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  isValueField,
  writeOnlyKeys,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  accentTint,
  ConnectionEditFormModel,
  ConnectionEdits,
} from '@mooring/backstage-plugin-model-connections-react';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { changeImpact } from '../../connections/changeImpact';
import {
  compareConnections,
  isBeyondRecall,
  mergeEdits,
  S3_SETTINGS,
} from '../../connections/compareConnections';
import { modelConnectionsTranslationRef } from '../../translation';
import { ConflictDialog } from '../ConflictDialog';
import { useComparedTexts } from './useComparedTexts';
import { ConnectionConflict } from './useConnectionEditor';

const useStyles = makeStyles(
  theme => ({
    note: {
      marginTop: theme.spacing(1),
      color: theme.palette.text.primary,
      backgroundColor: accentTint(theme),
      '& .MuiAlert-icon': { color: theme.palette.primary.main },
    },
  }),
  { name: 'MooringConnectionConflictDialog' },
);

/** Two versions of a connection, field by field. Mounted anew for every conflict. */
export function ConnectionConflictDialog(props: {
  conflict: ConnectionConflict;
  form: ConnectionEditFormModel;
  /** How many model services use the connection. */
  services: number;
  isRunning: boolean;
  onBack(): void;
  onDiscard(): void;
  onSave(merged: ConnectionEdits): void;
}) {
  const { conflict, form, services, isRunning } = props;
  const { base, theirs, edits } = conflict;
  const classes = useStyles();
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const { title, theirText, mineText, baseText } = useComparedTexts(
    form.fields,
  );
  const differences = useMemo(
    () =>
      compareConnections(
        base,
        theirs,
        edits,
        new Set(writeOnlyKeys([...form.fields])),
      ),
    [base, theirs, edits, form.fields],
  );
  const same = [
    ...(['displayName', 'description'] as const).map(key => ({
      key,
      title: t(`compared.${key}`),
    })),
    ...form.fields
      .filter(isValueField)
      // Of these nobody can tell.
      .filter(({ envVar }) => theirs.values[envVar]?.isSet === undefined)
      .map(field => ({ key: `values/${field.envVar}`, title: field.name })),
    ...(theirs.s3 ? S3_SETTINGS : []).map(setting => ({
      key: `s3/${setting}`,
      title: t(`compared.s3.${setting}`),
    })),
  ].filter(({ key }) => !differences.some(one => one.key === key));
  const hasNewContent = base.contentChangedAt !== theirs.contentChangedAt;
  const timeOf = (time: string) =>
    DateTime.fromISO(time)
      .setLocale(language)
      .toLocaleString(DateTime.DATETIME_MED);
  const at = timeOf(theirs.contentChangedAt);
  const text = () => {
    const write = theirs.lastWrite;
    if (write && write.at !== base.lastWrite?.at) {
      const { manager } = write;
      return t(
        manager.startsWith('mooring')
          ? 'connectionConflict.textHere'
          : 'connectionConflict.textBy',
        { manager, at: timeOf(write.at) },
      );
    }
    return hasNewContent
      ? t('connectionConflict.textAt', { at })
      : t('connectionConflict.text');
  };

  return (
    <ConflictDialog
      title={t('connectionConflict.title')}
      text={text()}
      parts={differences.map(difference => ({
        key: difference.key,
        title: title(difference),
        changedBy: difference.changedBy,
        was: baseText(difference),
        texts: {
          theirs: [theirText(difference)],
          mine: [mineText(difference)],
        },
        isHidden: difference.isHidden,
        isImpossible: isBeyondRecall(difference) ? 'mine' : undefined,
      }))}
      runningLabel={t('editor.saving')}
      isRunning={isRunning}
      note={choices => {
        const merged = mergeEdits(differences, edits, choices);
        const impact = changeImpact(theirs, merged);
        return (
          <Alert severity="info" role="note" className={classes.note}>
            {hasNewContent && (
              <Typography variant="body2">
                {t('connectionConflict.hidden', { at })}
              </Typography>
            )}
            <Typography variant="body2">
              {t('connectionConflict.same', {
                count: same.length,
                names: same.map(one => one.title).join(', '),
              })}
            </Typography>
            {services > 0 && impact && (
              <Typography variant="body2">
                {t(`connectionConflict.${impact}`, { count: services })}
              </Typography>
            )}
          </Alert>
        );
      }}
      onBack={props.onBack}
      onDiscard={props.onDiscard}
      onSave={choices => props.onSave(mergeEdits(differences, edits, choices))}
    />
  );
}
