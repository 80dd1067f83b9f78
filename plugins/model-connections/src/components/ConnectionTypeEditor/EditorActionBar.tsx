import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { stateColors } from '@mooring/backstage-plugin-model-connections-react';
import { memo } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';
import { ActionBar } from '../ActionBar';
import { SignInButton } from '../ClusterSignIn';
import { Problem } from '../Problem';

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
  { name: 'MooringEditorActionBar' },
);

/** *Save* and *Cancel*, whether there is something to save, and what stands in the way. */
export const EditorActionBar = memo(function EditorActionBarView(props: {
  formId: string;
  isNew: boolean;
  isChanged: boolean;
  isRunning: boolean;
  isRefused: boolean;
  isGone: boolean;
  error?: Error;
  /** The cluster that is asked, by its name. */
  cluster: string;
  onCancel(): void;
  onCreateAgain(): void;
}) {
  const { formId, isNew, isChanged, isRunning, isRefused, isGone, error } =
    props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  let problem: JSX.Element | undefined;
  if (isGone) {
    problem = (
      <Problem
        action={
          <Button size="small" color="inherit" onClick={props.onCreateAgain}>
            {t('editor.createAgain')}
          </Button>
        }
      >
        {t('editor.gone')}
      </Problem>
    );
  } else if (error) {
    problem = (
      <Problem action={<SignInButton cluster={props.cluster} error={error} />}>
        {t('editor.failed', { reason: reasonOf(error) })}
      </Problem>
    );
  } else if (isRefused) {
    problem = <Problem>{t('editor.wrong')}</Problem>;
  }
  let label: string = t(isNew ? 'editor.createAction' : 'editor.saveAction');
  if (isRunning) label = t('editor.saving');
  return (
    <ActionBar
      formId={formId}
      label={label}
      isRunning={isRunning}
      problem={problem}
      hint={
        isChanged ? (
          <span className={classes.unsaved}>{t('editor.unsaved')}</span>
        ) : (
          t('editor.unchanged')
        )
      }
      onCancel={props.onCancel}
    />
  );
});
