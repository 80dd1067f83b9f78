import { FormTextField } from '@mooring/backstage-plugin-model-connections-react';
import { useState } from 'react';

const asNumber = (text: string) =>
  text.trim() === '' ? undefined : Number(text);

/** A number as it is typed; a text that is no number becomes `NaN`, which the rules refuse. */
export function NumberInput(props: {
  id: string;
  label: string;
  value?: number;
  problem?: string;
  onChange(value: number | undefined): void;
}) {
  const { value, onChange, ...rest } = props;
  const [text, setText] = useState(value === undefined ? '' : String(value));
  return (
    <FormTextField
      {...rest}
      value={text}
      onChange={event => {
        setText(event.target.value);
        onChange(asNumber(event.target.value));
      }}
      inputProps={{ inputMode: 'decimal' }}
    />
  );
}
