import {
  sharedFieldProperties,
  ValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { ConnectionFormModel } from '../../hooks/useConnectionForm';
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
import { useFieldGridStyles } from './useFieldGridStyles';

const WIDE: readonly ValueField['type'][] = ['uri', 'text', 'file'];

/** The one component that fits a field's type, bound to its value in the form. */
export function FormField(props: {
  form: ConnectionFormModel;
  field: ValueField;
  id: string;
  disabled?: boolean;
}) {
  const { form, field, id, disabled } = props;
  const grid = useFieldGridStyles();
  const { envVar } = field;
  const shared: Omit<FieldProps, 'field'> = {
    id,
    disabled,
    value: form.values[envVar],
    problem: form.errors.values[envVar],
    onChange: (value, fileName) => form.setValue(envVar, value, fileName),
    onBlur: () => form.touch({ envVar }),
  };

  const control = () => {
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
            fileName={form.fileNames[envVar]}
            storedBytes={form.storedBytes}
          />
        );
      default:
        return null;
    }
  };
  return (
    <div className={WIDE.includes(field.type) ? grid.wide : undefined}>
      {control()}
    </div>
  );
}
