import { FieldProps } from './FieldProps';
import { FormTextField } from './FormTextField';

/** One line of text. */
export function ShortTextField(props: FieldProps<'short-text'>) {
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
      inputProps={{ spellCheck: false }}
    />
  );
}
