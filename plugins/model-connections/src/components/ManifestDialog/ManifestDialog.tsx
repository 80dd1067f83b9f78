import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ConnectionSummary } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
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

function Manifest(props: { connection: ConnectionSummary; onClose(): void }) {
  const { connection, onClose } = props;
  const { cluster, namespace, name, displayName } = connection;
  const classes = useStyles();
  const api = useModelConnectionsApi();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [failure, setFailure] = useState<Error | undefined>();
  const loaded = useLoaded(`${cluster}/${namespace}/${name}`, () =>
    api.getConnectionManifest({ cluster, namespace, name }),
  );
  return (
    <>
      <DialogTitle id="mooring-manifest-title">
        {t('manifest.title', { name: displayName ?? name })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        <Typography variant="body2">{t('manifest.hint')}</Typography>
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

/** A connection's Secret as YAML; its values are masked on the server. */
export function ManifestDialog(props: {
  /** Open while it is set. */
  connection?: ConnectionSummary;
  onClose(): void;
  onExited(): void;
}) {
  const { connection, onClose, onExited } = props;
  const shown = useLastDefined(connection);
  return (
    <Dialog
      open={connection !== undefined}
      onClose={onClose}
      maxWidth="md"
      fullWidth
      disableRestoreFocus
      TransitionProps={{ onExited }}
      aria-labelledby="mooring-manifest-title"
    >
      {shown && <Manifest connection={shown} onClose={onClose} />}
    </Dialog>
  );
}
