import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import { stateColors } from '../../../theme';
import { FieldHelp } from './FieldHelp';
import { FieldProps } from './FieldProps';

const useStyles = makeStyles(
  theme => ({
    label: {
      fontSize: theme.typography.pxToRem(12),
      '&.Mui-error, & .Mui-error': { color: stateColors(theme).danger },
    },
    help: { color: theme.palette.text.secondary, marginTop: 0 },
  }),
  { name: 'MooringMultiDropdownField' },
);

/** Several of the type's items, all in sight. */
export function MultiDropdownField(props: FieldProps<'dropdown'>) {
  const { field, id, value, problem, disabled, onChange, onBlur } = props;
  const classes = useStyles();
  const chosen = Array.isArray(value) ? value : [];
  const hasHelp = Boolean(problem || field.description);
  const values = field.properties.items.map(item => item.value);
  const toggle = (item: string, checked: boolean) => {
    // Kept in the order of the type's items, whatever was clicked first.
    const next = values.filter(v =>
      v === item ? checked : chosen.includes(v),
    );
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <FormControl
      component="fieldset"
      fullWidth
      required={field.required}
      disabled={disabled}
      error={problem !== undefined}
      aria-describedby={hasHelp ? `${id}-help` : undefined}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget as Node)) {
          onBlur();
        }
      }}
    >
      <FormLabel component="legend" className={classes.label}>
        {field.name}
      </FormLabel>
      <FormGroup row>
        {field.properties.items.map((item, index) => (
          <FormControlLabel
            key={item.value}
            label={item.label}
            control={
              <Checkbox
                id={index === 0 ? id : undefined}
                size="small"
                color="primary"
                checked={chosen.includes(item.value)}
                onChange={event => toggle(item.value, event.target.checked)}
                inputProps={{ 'aria-invalid': problem !== undefined }}
              />
            }
          />
        ))}
      </FormGroup>
      {hasHelp && (
        <FormHelperText id={`${id}-help`} className={classes.help}>
          <FieldHelp problem={problem} description={field.description} />
        </FormHelperText>
      )}
    </FormControl>
  );
}
