import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { sharedFieldProperties } from '@mooring/backstage-plugin-model-connections-common';
import { memo, useEffect, useRef } from 'react';
import { StoredValueChoice } from '../../hooks/useConnectionForm';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { FieldControl, FieldControlProps } from './FieldControl';
import { StoredSecret } from './StoredSecret';

const useStyles = makeStyles(
  theme => ({ keep: { marginLeft: theme.spacing(0.5) } }),
  { name: 'MooringStoredSecretField' },
);

/**
 * A field whose value is set and never shown: *Replace* gives way to the field's own control, *Remove* can be undone
 * until it is saved. A required one can only be replaced.
 */
export const StoredSecretField = memo(function StoredSecretFieldView(
  props: FieldControlProps & {
    choice: StoredValueChoice;
    onChoose(envVar: string, choice: StoredValueChoice): void;
  },
) {
  const { choice, onChoose, ...control } = props;
  const { field, id, problem, disabled } = control;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  // The button that was pressed is gone; what took its place is to have the focus.
  const hasChosen = useRef(false);
  useEffect(() => {
    if (hasChosen.current) {
      hasChosen.current = false;
      document.getElementById(id)?.focus();
    }
  }, [choice, id]);
  const choose = (next: StoredValueChoice) => {
    hasChosen.current = true;
    onChoose(field.envVar, next);
  };
  const isFixed = sharedFieldProperties(field).defaultReadOnly === true;

  if (choice === 'replaced') {
    return (
      <>
        <FieldControl {...control} />
        <Button
          size="small"
          color="primary"
          className={classes.keep}
          disabled={disabled}
          aria-label={t('stored.keepLabel', { field: field.name })}
          onClick={() => choose('kept')}
        >
          {t('stored.keep')}
        </Button>
      </>
    );
  }
  return (
    <StoredSecret
      id={id}
      title={field.name}
      description={field.description}
      required={field.required}
      choice={choice}
      problem={problem}
      disabled={disabled}
      onReplace={isFixed ? undefined : () => choose('replaced')}
      onRemove={field.required ? undefined : () => choose('removed')}
      onKeep={() => choose('kept')}
    />
  );
});
