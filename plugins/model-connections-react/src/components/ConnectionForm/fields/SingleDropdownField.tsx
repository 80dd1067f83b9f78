import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import MenuItem from '@material-ui/core/MenuItem';
import { HTMLAttributes } from 'react';
import { modelConnectionsReactTranslationRef } from '../../../translation';
import { FieldProps } from './FieldProps';
import { FormTextField } from './FormTextField';

/** One of the type's items; an optional field can be set back to none. */
export function SingleDropdownField(props: FieldProps<'dropdown'>) {
  const { field, id, value, problem, disabled, onChange, onBlur } = props;
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const help = problem || field.description ? `${id}-helper-text` : undefined;
  const display: HTMLAttributes<HTMLDivElement> & { 'data-invalid'?: boolean } =
    { 'aria-describedby': help, 'data-invalid': problem !== undefined };
  return (
    <FormTextField
      id={id}
      select
      label={field.name}
      description={field.description}
      required={field.required}
      disabled={disabled}
      problem={problem}
      value={typeof value === 'string' ? value : ''}
      onChange={event => onChange(event.target.value || undefined)}
      onBlur={onBlur}
      SelectProps={{ SelectDisplayProps: display }}
    >
      {!field.required && (
        <MenuItem value="">
          <em>{t('field.choose')}</em>
        </MenuItem>
      )}
      {field.properties.items.map(item => (
        <MenuItem key={item.value} value={item.value}>
          {item.label}
        </MenuItem>
      ))}
    </FormTextField>
  );
}
