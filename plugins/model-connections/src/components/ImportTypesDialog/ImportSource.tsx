import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { FormTextField } from '@mooring/backstage-plugin-model-connections-react';
import { useRef, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1), justifyItems: 'start' },
    text: { '&&': { fontFamily: 'monospace', fontSize: 12 } },
    file: { display: 'none' },
  }),
  { name: 'MooringImportSource' },
);

/** Where the YAML comes from: a file, or what is pasted. */
export function ImportSource(props: {
  text: string;
  disabled?: boolean;
  onChange(text: string): void;
}) {
  const { text, disabled, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | undefined>();
  return (
    <div className={classes.root}>
      <input
        ref={file}
        type="file"
        accept=".yaml,.yml,.json"
        className={classes.file}
        aria-label={t('import.choose')}
        tabIndex={-1}
        onChange={event => {
          const [chosen] = event.target.files ?? [];
          setProblem(undefined);
          chosen?.text().then(onChange, error =>
            setProblem(
              t('import.unreadable', {
                file: chosen.name,
                reason: error.message,
              }),
            ),
          );
          // The same file can be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
      <Button
        variant="outlined"
        color="primary"
        disabled={disabled}
        onClick={() => file.current?.click()}
      >
        {t('import.choose')}
      </Button>
      <FormTextField
        id="mooring-import-text"
        label={t('import.paste')}
        description={t('import.pasteHint')}
        multiline
        minRows={6}
        maxRows={14}
        value={text}
        problem={problem}
        disabled={disabled}
        onChange={event => onChange(event.target.value)}
        inputProps={{ spellCheck: false, className: classes.text }}
      />
    </div>
  );
}
