import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { MAX_SECRET_BYTES } from '@mooring/backstage-plugin-model-connections-common';
import { DragEvent, useEffect, useRef, useState } from 'react';
import { stateColors } from '../../../theme';
import { modelConnectionsReactTranslationRef } from '../../../translation';
import { FieldHelp } from './FieldHelp';
import { FieldProps } from './FieldProps';
import { FileContent } from './FileContent';
import { FilePicker } from './FilePicker';
import { formatBytes } from './formatBytes';
import { useTextFile } from './useTextFile';

const useStyles = makeStyles(
  theme => ({
    label: {
      display: 'block',
      fontSize: theme.typography.pxToRem(12),
      marginBottom: theme.spacing(0.5),
      '&.Mui-error, & .Mui-error': { color: stateColors(theme).danger },
    },
    zone: {
      border: `1px dashed ${theme.palette.text.secondary}`,
      borderRadius: theme.shape.borderRadius,
      padding: theme.spacing(1.5),
    },
    wrong: { borderColor: stateColors(theme).danger },
    over: {
      borderStyle: 'solid',
      borderColor: theme.palette.primary.main,
      backgroundColor: alpha(theme.palette.primary.main, 0.1),
    },
    help: {
      color: theme.palette.text.secondary,
      margin: theme.spacing(0.5, 1.75, 0),
    },
  }),
  { name: 'MooringFileField' },
);

/** A text file: chosen, dropped or pasted; its content is not shown, its name and size are. */
export function FileField(
  props: FieldProps<'file'> & {
    fileName?: string;
    /** What all values of the Secret take; absent where the content does not go there. */
    storedBytes?: number;
    /** A doubt that blocks nothing. */
    hint?: string;
  },
) {
  const { field, id, value, problem, disabled, onChange, onBlur } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const [isOver, setOver] = useState(false);
  const { extensions = [], helperText } = field.properties ?? {};
  const file = useTextFile(extensions, (text, fileName) => {
    onChange(text, fileName);
    onBlur();
  });

  const hasContent = typeof value === 'string' && value !== '';
  // The button that was pressed gives way to another one, which has the same id and is to have the focus.
  const takesFocus = useRef(false);
  useEffect(() => {
    const isWanted = takesFocus.current;
    takesFocus.current = false;
    if (isWanted && document.activeElement === document.body) {
      document.getElementById(id)?.focus();
    }
  }, [hasContent, id]);

  const wrong = file.refusal ?? problem;
  const { storedBytes, hint } = props;
  const description = [
    helperText ?? field.description,
    extensions.length > 0 &&
      t('file.accepts', { extensions: extensions.join(', ') }),
    storedBytes !== undefined &&
      t('file.left', {
        left: formatBytes(Math.max(MAX_SECRET_BYTES - storedBytes, 0)),
        total: formatBytes(MAX_SECRET_BYTES),
      }),
  ]
    .filter(Boolean)
    .join(' · ');

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) {
      file.read(event.dataTransfer.files[0]);
    }
  };

  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-help`}
    >
      <FormLabel
        component="span"
        id={`${id}-label`}
        className={classes.label}
        required={field.required}
        error={wrong !== undefined}
      >
        {field.name}
      </FormLabel>
      <div
        data-testid={`${field.envVar}-drop`}
        className={[
          classes.zone,
          wrong ? classes.wrong : '',
          isOver ? classes.over : '',
        ].join(' ')}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {hasContent && !file.isPasting ? (
          <FileContent
            id={id}
            fieldName={field.name}
            fileName={props.fileName ?? t('file.pasted')}
            text={value}
            describedBy={`${id}-help`}
            invalid={wrong !== undefined}
            disabled={disabled}
            onRemove={() => {
              file.clear();
              takesFocus.current = true;
              onChange(undefined);
            }}
          />
        ) : (
          <FilePicker
            id={id}
            fieldName={field.name}
            extensions={extensions}
            text={typeof value === 'string' ? value : ''}
            describedBy={`${id}-help`}
            invalid={wrong !== undefined}
            disabled={disabled}
            isPasting={file.isPasting}
            onFile={chosen => {
              takesFocus.current = true;
              file.read(chosen);
            }}
            onPasteStart={file.startPasting}
            onPaste={text => onChange(text || undefined)}
            onPasteEnd={() => {
              file.stopPasting();
              onBlur();
            }}
          />
        )}
      </div>
      <FormHelperText id={`${id}-help`} className={classes.help}>
        <FieldHelp problem={wrong} hint={hint} description={description} />
      </FormHelperText>
    </div>
  );
}
