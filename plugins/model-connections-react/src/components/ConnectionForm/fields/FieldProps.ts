import {
  ConnectionValue,
  ValueField,
} from '@mooring/backstage-plugin-model-connections-common';

/**
 * What every field's component is given.
 *
 * @public
 */
export interface FieldProps<
  TType extends ValueField['type'] = ValueField['type'],
> {
  field: Extract<ValueField, { type: TType }>;
  /** The id of the element that takes the input; label, helper and error are bound to it. */
  id: string;
  value: ConnectionValue | undefined;
  /** What is wrong, to be shown now. */
  problem?: string;
  disabled?: boolean;
  onChange(value: ConnectionValue | undefined, fileName?: string): void;
  onBlur(): void;
}
