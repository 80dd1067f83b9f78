import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import Tooltip from '@material-ui/core/Tooltip';
import VisibilityIcon from '@material-ui/icons/Visibility';
import VisibilityOffIcon from '@material-ui/icons/VisibilityOff';
import { useState } from 'react';
import { modelConnectionsReactTranslationRef } from '../../../translation';
import { FieldProps } from './FieldProps';
import { FormTextField } from './FormTextField';

/** A secret: masked, to be revealed while it is typed, never shown again once stored. */
export function HiddenField(props: FieldProps<'hidden'>) {
  const { field, id, value, problem, disabled, onChange, onBlur } = props;
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const [revealed, setRevealed] = useState(false);
  const text = typeof value === 'string' ? value : '';
  const toggle = t(revealed ? 'field.hide' : 'field.show', {
    field: field.name,
  });
  return (
    <FormTextField
      id={id}
      label={field.name}
      description={field.description}
      required={field.required}
      disabled={disabled}
      problem={problem}
      hint={/\s$/.test(text) ? t('field.trailingSpace') : undefined}
      type={revealed ? 'text' : 'password'}
      value={text}
      onChange={event => onChange(event.target.value)}
      onBlur={onBlur}
      inputProps={{
        autoComplete: 'new-password',
        spellCheck: false,
        autoCapitalize: 'none',
      }}
      InputProps={{
        endAdornment: (
          <InputAdornment position="end">
            <Tooltip title={toggle}>
              <IconButton
                size="small"
                edge="end"
                aria-label={toggle}
                aria-pressed={revealed}
                onClick={() => setRevealed(!revealed)}
              >
                {revealed ? (
                  <VisibilityOffIcon fontSize="small" />
                ) : (
                  <VisibilityIcon fontSize="small" />
                )}
              </IconButton>
            </Tooltip>
          </InputAdornment>
        ),
      }}
    />
  );
}
