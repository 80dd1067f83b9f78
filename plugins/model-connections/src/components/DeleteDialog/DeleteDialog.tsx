import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Dialog from '@material-ui/core/Dialog';
import { useOnClusterSignIn } from '@mooring/backstage-plugin-model-connections-react';
import { ReactNode, useEffect, useState } from 'react';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';
import { DeleteForm } from './DeleteForm';

/** What is to be deleted. */
export interface Deletable {
  /** The resource name, which is to be typed. */
  name: string;
  displayName?: string;
}

/**
 * Asks before something is deleted: typing its resource name confirms. An error is shown inside, and one can try again.
 * Where the focus goes afterwards is the caller's to say, in `onExited`.
 */
export function DeleteDialog<T extends Deletable>(props: {
  /** Open while it is set. */
  subject?: T;
  /** The cluster that is asked, by its name. */
  cluster?: string;
  /** What is lost, and what is not. */
  explain(subject: T): ReactNode;
  /** Gives in words what was left although it is deleted, if anything. */
  remove(subject: T): Promise<readonly string[] | void>;
  onClose(): void;
  onDeleted(subject: T): void;
  onExited(): void;
}) {
  const { subject, explain, onClose, onDeleted, onExited } = props;
  const toast = useToast();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  // Kept while the dialog fades out.
  const [shown, setShown] = useState(subject);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error | undefined>();

  useEffect(() => {
    if (subject) {
      setShown(subject);
      setError(undefined);
    }
  }, [subject]);

  // With a new sign-in what went wrong has lost its meaning; whether to delete is still the person's to say.
  useOnClusterSignIn(() => setError(undefined));

  const remove = async () => {
    if (!subject) {
      return;
    }
    setRunning(true);
    setError(undefined);
    try {
      const warnings = (await props.remove(subject)) ?? [];
      const name = subject.displayName ?? subject.name;
      toast(t('delete.done', { name }), warnings);
      onDeleted(subject);
    } catch (e) {
      setError(e as Error);
    } finally {
      setRunning(false);
    }
  };

  return (
    <Dialog
      open={subject !== undefined}
      maxWidth="sm"
      fullWidth
      disableRestoreFocus
      aria-labelledby="mooring-delete-title"
      onClose={isRunning ? undefined : onClose}
      TransitionProps={{ onExited }}
    >
      {shown && (
        <DeleteForm
          name={shown.name}
          title={shown.displayName ?? shown.name}
          titleId="mooring-delete-title"
          isRunning={isRunning}
          error={error}
          cluster={props.cluster}
          onCancel={onClose}
          onConfirm={remove}
        >
          {explain(shown)}
        </DeleteForm>
      )}
    </Dialog>
  );
}
