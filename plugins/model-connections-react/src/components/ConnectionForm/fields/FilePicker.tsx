import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AttachFileIcon from '@material-ui/icons/AttachFile';
import { useRef } from 'react';
import { modelConnectionsReactTranslationRef } from '../../../translation';
import { FormTextField } from './FormTextField';
import { SteadyButton } from './SteadyButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    mono: { fontFamily: 'monospace' },
  }),
  { name: 'MooringFilePicker' },
);

/** The ways to give a file: a button, the drop zone around it, or pasted text. */
export function FilePicker(props: {
  id: string;
  fieldName: string;
  extensions: readonly string[];
  text: string;
  describedBy: string;
  invalid: boolean;
  disabled?: boolean;
  isPasting: boolean;
  onFile(file: File | undefined): void;
  onPasteStart(): void;
  onPaste(text: string): void;
  onPasteEnd(): void;
}) {
  const { id, fieldName, extensions, describedBy, invalid, disabled } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const input = useRef<HTMLInputElement>(null);

  if (props.isPasting) {
    return (
      <FormTextField
        id={id}
        label={t('file.pasteLabel', { field: fieldName })}
        disabled={disabled}
        multiline
        minRows={3}
        maxRows={8}
        // It takes the place of the button that was pressed.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={props.text}
        onChange={event => props.onPaste(event.target.value)}
        onBlur={props.onPasteEnd}
        inputProps={{ spellCheck: false, className: classes.mono }}
      />
    );
  }
  return (
    <div className={classes.root}>
      <input
        ref={input}
        hidden
        type="file"
        accept={extensions.join(',')}
        data-testid={`${id}-file`}
        onChange={event => {
          props.onFile(event.target.files?.[0]);
          event.target.value = ''; // so that the same file can be chosen again
        }}
      />
      <SteadyButton
        id={id}
        variant="outlined"
        size="small"
        disabled={disabled}
        data-invalid={invalid}
        aria-describedby={describedBy}
        aria-label={`${t('file.upload')}: ${fieldName}`}
        startIcon={<AttachFileIcon />}
        onClick={() => input.current?.click()}
      >
        {t('file.upload')}
      </SteadyButton>
      <SteadyButton
        size="small"
        disabled={disabled}
        onClick={props.onPasteStart}
      >
        {t('file.paste')}
      </SteadyButton>
      <Typography variant="caption" color="textSecondary">
        {t('file.drop')}
      </Typography>
    </div>
  );
}
