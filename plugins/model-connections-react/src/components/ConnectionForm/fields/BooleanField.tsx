import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import { FieldHelp } from './FieldHelp';
import { FieldProps } from './FieldProps';

const useStyles = makeStyles(
  theme => ({ help: { color: theme.palette.text.secondary, marginTop: 0 } }),
  { name: 'MooringBooleanField' },
);

/** A switch with the type's label beside it, or the field's name where it has none. */
export function BooleanField(props: FieldProps<'boolean'>) {
  const { field, id, value, problem, disabled, onChange, onBlur } = props;
  const classes = useStyles();
  const label = field.properties?.label || field.name;
  const description = [
    label === field.name ? undefined : field.name,
    field.description,
  ]
    .filter(Boolean)
    .join(' · ');
  const hasHelp = Boolean(problem || description);
  return (
    <FormControl disabled={disabled} error={problem !== undefined}>
      <FormControlLabel
        label={label}
        control={
          <Switch
            id={id}
            color="primary"
            checked={value === true}
            onChange={event => onChange(event.target.checked)}
            onBlur={onBlur}
            inputProps={{
              'aria-describedby': hasHelp ? `${id}-help` : undefined,
              'aria-invalid': problem !== undefined,
            }}
          />
        }
      />
      {hasHelp && (
        <FormHelperText id={`${id}-help`} className={classes.help}>
          <FieldHelp problem={problem} description={description} />
        </FormHelperText>
      )}
    </FormControl>
  );
}
