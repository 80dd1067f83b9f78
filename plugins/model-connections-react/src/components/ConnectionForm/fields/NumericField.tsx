import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import InputAdornment from '@material-ui/core/InputAdornment';
import { useState } from 'react';
import { modelConnectionsReactTranslationRef } from '../../../translation';
import { FieldProps } from './FieldProps';
import { FormTextField } from './FormTextField';

const asText = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? String(value) : '';

const asNumber = (text: string) =>
  text.trim() === '' ? undefined : Number(text);

/** A number. What is typed stays as typed; a text that is no number becomes `NaN`, which the rules refuse. */
export function NumericField(props: FieldProps<'numeric'>) {
  const { field, id, value, problem, disabled, onChange, onBlur } = props;
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const [draft, setDraft] = useState(() => asText(value));
  // A value that did not come from here, such as another default, is shown instead.
  const isOwn = Object.is(asNumber(draft), value);
  const { unit } = field.properties ?? {};
  // While a type is edited, a bound may be no number yet.
  const [min, max] = [field.properties?.min, field.properties?.max].map(bound =>
    Number.isFinite(bound) ? bound : undefined,
  );

  let range: string | undefined;
  if (min !== undefined && max !== undefined) {
    range = t('field.range', { min: String(min), max: String(max) });
  } else if (min !== undefined) {
    range = t('field.min', { min: String(min) });
  } else if (max !== undefined) {
    range = t('field.max', { max: String(max) });
  }

  return (
    <FormTextField
      id={id}
      label={field.name}
      description={[field.description, range].filter(Boolean).join(' · ')}
      required={field.required}
      disabled={disabled}
      problem={problem}
      value={isOwn ? draft : asText(value)}
      onChange={event => {
        const text = event.target.value;
        setDraft(text);
        onChange(asNumber(text));
      }}
      onBlur={onBlur}
      inputProps={{ inputMode: 'decimal' }}
      InputProps={{
        endAdornment: unit && (
          <InputAdornment position="end">{unit}</InputAdornment>
        ),
      }}
    />
  );
}
