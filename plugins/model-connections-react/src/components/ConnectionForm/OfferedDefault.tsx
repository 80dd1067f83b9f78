import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import {
  ConnectionValue,
  ValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { FieldHelp } from './fields/FieldHelp';
import { useValueText } from './fields/useValueText';

/** Their defaults are secret, or too long for a line. */
const UNSHOWN: readonly ValueField['type'][] = ['hidden', 'text', 'file'];

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      margin: theme.spacing(0.5, 1.75, 0),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'MooringOfferedDefault' },
);

/** The type's default for what a connection has no value for, and the way to take it. */
export function OfferedDefault(props: {
  field: ValueField;
  value: ConnectionValue;
  /** The field shows it already; it is saved with the next change of a value. */
  isFilledIn: boolean;
  disabled?: boolean;
  onUse(): void;
}) {
  const { field, value, isFilledIn, disabled, onUse } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const textOf = useValueText(field);
  let description: string | undefined;
  if (!isFilledIn) {
    description = UNSHOWN.includes(field.type)
      ? t('stored.offeredUnshown')
      : t('stored.offered', { value: textOf(value) });
  }
  return (
    <FormHelperText component="div" className={classes.root}>
      <FieldHelp
        hint={isFilledIn ? t('stored.prefilled') : undefined}
        description={description}
      />
      <Button
        size="small"
        color="primary"
        disabled={disabled}
        aria-label={t('stored.useLabel', { field: field.name })}
        onClick={onUse}
      >
        {t('stored.use')}
      </Button>
    </FormHelperText>
  );
}
