import { FieldProps } from './FieldProps';
import { FormTextField } from './FormTextField';

/** An absolute URI. */
export function UriField(props: FieldProps<'uri'>) {
  const { field, id, value, problem, disabled, onChange, onBlur } = props;
  return (
    <FormTextField
      id={id}
      label={field.name}
      description={field.description}
      required={field.required}
      disabled={disabled}
      problem={problem}
      value={typeof value === 'string' ? value : ''}
      onChange={event => onChange(event.target.value)}
      onBlur={onBlur}
      inputProps={{
        inputMode: 'url',
        spellCheck: false,
        autoCapitalize: 'none',
      }}
    />
  );
}
