import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  ConnectionEditFormModel,
  isUnchangeableSecretError,
  stateColors,
} from '@mooring/backstage-plugin-model-connections-react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { ActionBar } from '../ActionBar';
import { SignInButton } from '../ClusterSignIn';
import { Problem } from '../Problem';
import { useConnectionEditor } from './useConnectionEditor';

const useStyles = makeStyles(
  theme => ({
    unsaved: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      '&::before': {
        content: '""',
        width: 8,
        height: 8,
        borderRadius: '50%',
        backgroundColor: stateColors(theme).warning,
      },
    },
  }),
  { name: 'MooringEditActionBar' },
);

/** *Save* and *Cancel*, whether there is something to save, and what stands in the way. */
export function EditActionBar(props: {
  formId: string;
  /** The cluster that is asked, by its name. */
  cluster: string;
  form: ConnectionEditFormModel;
  editor: ReturnType<typeof useConnectionEditor>;
  /** What is saved is applied to the services as well. */
  isToApply: boolean;
  /** The way out where this Secret can never take the change; absent for who may not copy it. */
  onDuplicate?(): void;
  onCancel(): void;
}) {
  const { formId, cluster, form, editor, isToApply, onDuplicate } = props;
  const { error, isGone, isRefused, isRunning } = editor;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  let problem: JSX.Element | undefined;
  if (isGone) {
    problem = <Problem>{t('edit.gone')}</Problem>;
  } else if (error) {
    const wayOut = isUnchangeableSecretError(error) && onDuplicate && (
      <Button size="small" color="inherit" onClick={onDuplicate}>
        {t('row.duplicate')}
      </Button>
    );
    problem = (
      <Problem
        action={wayOut || <SignInButton cluster={cluster} error={error} />}
      >
        {t('edit.failed', { reason: reasonOf(error) })}
      </Problem>
    );
  } else if (isRefused) {
    problem = (
      <Problem>
        {t('create.wrongFields', {
          count: form.wrongFields.length,
          first: form.wrongFields[0],
        })}
      </Problem>
    );
  }
  const defaults = form.stored.prefilled.filter(
    envVar => form.edits.values?.[envVar] !== undefined,
  ).length;
  let label: string = t(isToApply ? 'edit.saveAndApply' : 'edit.save');
  if (isRunning) label = t('editor.saving');
  return (
    <ActionBar
      formId={formId}
      label={label}
      isRunning={isRunning}
      problem={problem}
      hint={
        form.isDirty ? (
          <span className={classes.unsaved}>
            {defaults > 0
              ? t('edit.unsavedWithDefaults', { count: defaults })
              : t('editor.unsaved')}
          </span>
        ) : (
          t('edit.unchanged')
        )
      }
      onCancel={props.onCancel}
    />
  );
}
