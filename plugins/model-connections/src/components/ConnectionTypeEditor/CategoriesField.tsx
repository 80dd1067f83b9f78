import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Chip from '@material-ui/core/Chip';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { FormTextField } from '@mooring/backstage-plugin-model-connections-react';
import { useMemo, useState } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';

/** The categories of a type: known ones to choose from, and free text. */
export function CategoriesField(props: {
  id: string;
  value: readonly string[];
  known: readonly string[];
  problem?: string;
  disabled?: boolean;
  onChange(value: string[]): void;
  onBlur(): void;
}) {
  const { id, value, known, problem, disabled, onChange, onBlur } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [text, setText] = useState('');
  // The widget forgets what is being typed when it is given another array.
  const chosen = useMemo(() => [...value], [value]);
  const options = useMemo(() => [...known], [known]);
  const change = (next: string[]) =>
    onChange([
      ...new Set(next.map(entry => entry.trim()).filter(entry => entry)),
    ]);
  return (
    <Autocomplete
      id={id}
      multiple
      freeSolo
      size="small"
      filterSelectedOptions
      disabled={disabled}
      options={options}
      value={chosen}
      inputValue={text}
      onInputChange={(_event, next) => setText(next)}
      onChange={(_event, next) => change(next as string[])}
      onBlur={() => {
        // What was typed and not confirmed counts as well.
        if (text.trim()) change([...value, text]);
        setText('');
        onBlur();
      }}
      renderTags={(tags, getTagProps) =>
        tags.map((tag, index) => (
          <Chip
            {...getTagProps({ index })}
            key={tag}
            size="small"
            label={tag}
          />
        ))
      }
      renderInput={params => (
        <FormTextField
          {...params}
          id={id}
          size="small"
          // Chips hold no value that a browser could ask for.
          required={false}
          label={`${t('editor.categories')} *`}
          problem={problem}
          description={t('editor.categoriesHint')}
        />
      )}
    />
  );
}
