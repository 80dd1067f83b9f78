import { FieldProps } from './FieldProps';
import { MultiDropdownField } from './MultiDropdownField';
import { SingleDropdownField } from './SingleDropdownField';

/** A choice of one or several of the type's items. */
export function DropdownField(props: FieldProps<'dropdown'>) {
  return props.field.properties.variant === 'multi' ? (
    <MultiDropdownField {...props} />
  ) : (
    <SingleDropdownField {...props} />
  );
}
