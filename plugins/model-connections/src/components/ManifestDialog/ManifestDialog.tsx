import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useLastDefined } from '../../hooks/useLastDefined';
import { useLoaded } from '../../hooks/useLoaded';
import { modelConnectionsTranslationRef } from '../../translation';
import { CodeBlock } from '../CodeBlock';
import { ConnectionsSkeleton } from '../ConnectionsTable/ConnectionsSkeleton';
import { CopyButton } from '../CopyButton';
import { Problem } from '../Problem';
import { ErrorState } from '../StatePanel';

const useStyles = makeStyles(
  theme => ({ content: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'MooringManifestDialog' },
);

/** What is to be shown as YAML. */
export interface ManifestSubject {
  cluster: string;
  namespace: string;
  name: string;
  displayName?: string;
}

function Manifest(props: {
  subject: ManifestSubject;
  hint: string;
  load(): Promise<string>;
  onClose(): void;
}) {
  const { subject, hint, load, onClose } = props;
  const { cluster, namespace, name, displayName } = subject;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [failure, setFailure] = useState<Error | undefined>();
  const loaded = useLoaded(`${cluster}/${namespace}/${name}`, load);
  return (
    <>
      <DialogTitle id="mooring-manifest-title">
        {t('manifest.title', { name: displayName ?? name })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        <Typography variant="body2">{hint}</Typography>
        {loaded.status === 'loading' && (
          <ConnectionsSkeleton label={t('manifest.loading')} />
        )}
        {loaded.status === 'failed' && (
          <ErrorState
            title={t('manifest.failed')}
            cluster={cluster}
            error={loaded.error}
            onRetry={loaded.retry}
          />
        )}
        {loaded.status === 'ready' && (
          <CodeBlock label="YAML">{loaded.value}</CodeBlock>
        )}
        {failure && (
          <Problem>
            {t('types.copyFailed', { reason: failure.message })}
          </Problem>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.close')}</Button>
        <CopyButton
          text={loaded.value ?? ''}
          disabled={loaded.status !== 'ready'}
          onFailed={setFailure}
        />
      </DialogActions>
    </>
  );
}

/** An object of the cluster as YAML. */
export function ManifestDialog<T extends ManifestSubject>(props: {
  /** Open while it is set. */
  subject?: T;
  /** What it is, and what is not shown of it. */
  hint: string;
  load(subject: T): Promise<string>;
  onClose(): void;
  onExited(): void;
}) {
  const { subject, hint, load, onClose, onExited } = props;
  const shown = useLastDefined(subject);
  return (
    <Dialog
      open={subject !== undefined}
      onClose={onClose}
      maxWidth="md"
      fullWidth
      disableRestoreFocus
      TransitionProps={{ onExited }}
      aria-labelledby="mooring-manifest-title"
    >
      {shown && (
        <Manifest
          subject={shown}
          hint={hint}
          load={() => load(shown)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
