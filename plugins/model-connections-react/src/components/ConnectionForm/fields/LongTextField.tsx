import { FieldProps } from './FieldProps';
import { FormTextField } from './FormTextField';

/** Text of several lines. */
export function LongTextField(props: FieldProps<'text'>) {
  const { field, id, value, problem, disabled, onChange, onBlur } = props;
  return (
    <FormTextField
      id={id}
      label={field.name}
      description={field.description}
      required={field.required}
      disabled={disabled}
      problem={problem}
      multiline
      minRows={3}
      maxRows={12}
      value={typeof value === 'string' ? value : ''}
      onChange={event => onChange(event.target.value)}
      onBlur={onBlur}
    />
  );
}
