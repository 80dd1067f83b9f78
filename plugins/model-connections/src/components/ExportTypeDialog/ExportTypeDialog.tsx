import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  ConnectionType,
  ConnectionTypeFormField,
  connectionTypeManifest,
  connectionTypeYaml,
  conventionOf,
} from '@mooring/backstage-plugin-model-connections-common';
import { useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { useLastDefined } from '../../hooks/useLastDefined';
import { CodeBlock } from '../CodeBlock';
import { CopyButton } from '../CopyButton';
import { Problem } from '../Problem';

const useStyles = makeStyles(
  theme => ({
    content: { display: 'grid', gap: theme.spacing(2) },
  }),
  { name: 'MooringExportTypeDialog' },
);

function yamlOf(type: ConnectionType): string {
  return connectionTypeYaml(
    connectionTypeManifest(
      {
        ...type,
        displayName: type.displayName ?? type.name,
        fields: type.fields as ConnectionTypeFormField[],
      },
      { convention: conventionOf(type.convention) },
    ),
  );
}

function download(name: string, yaml: string) {
  const url = URL.createObjectURL(
    new Blob([yaml], { type: 'application/yaml' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.yaml`;
  link.click();
  URL.revokeObjectURL(url);
}

/** A type as the manifest that `kubectl apply` takes, to be copied or downloaded. */
export function ExportTypeDialog(props: {
  /** Open while it is set. */
  type?: ConnectionType;
  onClose(): void;
}) {
  const { type, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const shown = useLastDefined(type);
  const [error, setError] = useState<Error | undefined>();
  const yaml = shown && yamlOf(shown);
  return (
    <Dialog
      open={type !== undefined}
      onClose={onClose}
      maxWidth="md"
      fullWidth
      aria-labelledby="mooring-export-title"
    >
      {shown && yaml !== undefined && (
        <>
          <DialogTitle id="mooring-export-title">
            {t('types.exportTitle', { name: shown.displayName ?? shown.name })}
          </DialogTitle>
          <DialogContent className={classes.content}>
            <Typography variant="body2">{t('types.exportHint')}</Typography>
            <CodeBlock label="YAML">{yaml}</CodeBlock>
            {error && (
              <Problem>
                {t('types.copyFailed', { reason: error.message })}
              </Problem>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('common.close')}</Button>
            <CopyButton text={yaml} onFailed={setError} />
            <Button
              variant="contained"
              color="primary"
              startIcon={<GetAppIcon />}
              onClick={() => download(shown.name, yaml)}
            >
              {t('types.download')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
