import {
  sharedFieldProperties,
  ValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { BooleanField } from './fields/BooleanField';
import { DropdownField } from './fields/DropdownField';
import { FieldProps } from './fields/FieldProps';
import { FileField } from './fields/FileField';
import { FixedField } from './fields/FixedField';
import { HiddenField } from './fields/HiddenField';
import { LongTextField } from './fields/LongTextField';
import { NumericField } from './fields/NumericField';
import { ShortTextField } from './fields/ShortTextField';
import { UriField } from './fields/UriField';

/**
 * Properties of {@link FieldControl}.
 *
 * @public
 */
export interface FieldControlProps extends Omit<FieldProps, 'field'> {
  field: ValueField;
  /** Where the content of a file came from. */
  fileName?: string;
  /** What all values of the form take together, in bytes; 0 where there is no form. */
  storedBytes?: number;
}

/**
 * The one component that fits a field's type.
 *
 * @public
 */
export function FieldControl(props: FieldControlProps) {
  const { field, fileName, storedBytes = 0, ...shared } = props;
  if (sharedFieldProperties(field).defaultReadOnly) {
    return <FixedField {...shared} field={field} />;
  }
  switch (field.type) {
    case 'short-text':
      return <ShortTextField {...shared} field={field} />;
    case 'text':
      return <LongTextField {...shared} field={field} />;
    case 'hidden':
      return <HiddenField {...shared} field={field} />;
    case 'uri':
      return <UriField {...shared} field={field} />;
    case 'boolean':
      return <BooleanField {...shared} field={field} />;
    case 'numeric':
      return <NumericField {...shared} field={field} />;
    case 'dropdown':
      return <DropdownField {...shared} field={field} />;
    case 'file':
      return (
        <FileField
          {...shared}
          field={field}
          fileName={fileName}
          storedBytes={storedBytes}
        />
      );
    default:
      return null;
  }
}
