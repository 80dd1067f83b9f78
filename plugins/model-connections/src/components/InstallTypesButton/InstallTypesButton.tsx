import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { connectionTypeCreatePermission } from '@mooring/backstage-plugin-model-connections-common';
import { useModelConnectionsApi } from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { SignInButton } from '../ClusterSignIn';
import { useToast } from '../../hooks/useToast';
import { modelConnectionsTranslationRef } from '../../translation';

/** Creates the built-in types on a cluster, for those who may; the others are told whom to ask. */
export function InstallTypesButton(props: {
  cluster: string;
  onInstalled(): void;
}) {
  const { cluster, onInstalled } = props;
  const api = useModelConnectionsApi();
  const toast = useToast();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const { allowed, loading } = usePermission({
    permission: connectionTypeCreatePermission,
  });
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error | undefined>();

  const install = async () => {
    setRunning(true);
    setError(undefined);
    try {
      const { created } = await api.installConnectionTypes({ cluster });
      toast(t('list.installed', { count: created.length }));
      onInstalled();
    } catch (e) {
      setError(e as Error);
    } finally {
      setRunning(false);
    }
  };

  if (loading) {
    return null;
  }
  if (!allowed) {
    return <Typography variant="body2">{t('list.noTypesMayNot')}</Typography>;
  }
  return (
    <>
      <Button
        variant="outlined"
        color="primary"
        disabled={isRunning}
        onClick={install}
      >
        {t(isRunning ? 'list.installing' : 'list.install')}
      </Button>
      {error && (
        <Typography variant="body2" role="alert">
          {t('list.installFailed', { reason: reasonOf(error) })}{' '}
          <SignInButton cluster={cluster} error={error} />
        </Typography>
      )}
    </>
  );
}
