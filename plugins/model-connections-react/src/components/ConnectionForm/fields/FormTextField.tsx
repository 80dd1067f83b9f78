import TextField, { OutlinedTextFieldProps } from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { stateColors } from '../../../theme';
import { FieldHelp } from './FieldHelp';

const useStyles = makeStyles(
  theme => ({
    root: {
      '& .MuiFormLabel-root.Mui-error, & .MuiFormLabel-asterisk.Mui-error': {
        color: stateColors(theme).danger,
      },
      '& .MuiOutlinedInput-root.Mui-error .MuiOutlinedInput-notchedOutline': {
        borderColor: stateColors(theme).danger,
      },
      '& .MuiFormHelperText-root': { color: theme.palette.text.secondary },
    },
  }),
  { name: 'MooringFormTextField' },
);

/**
 * Properties of {@link FormTextField}.
 *
 * @public
 */
export interface FormTextFieldProps
  extends Omit<OutlinedTextFieldProps, 'variant' | 'error' | 'helperText'> {
  id: string;
  problem?: string;
  /** A doubt that blocks nothing. */
  hint?: string;
  description?: ReactNode;
}

/**
 * An outlined text field with problem, hint and description beneath, all bound to it by `aria-describedby`.
 *
 * @public
 */
export function FormTextField(props: FormTextFieldProps) {
  const { problem, hint, description, className, ...rest } = props;
  const classes = useStyles();
  const hasHelp = Boolean(problem || hint || description);
  return (
    <TextField
      {...rest}
      variant="outlined"
      size="small"
      fullWidth
      className={`${classes.root} ${className ?? ''}`}
      error={problem !== undefined}
      helperText={
        hasHelp ? (
          <FieldHelp problem={problem} hint={hint} description={description} />
        ) : undefined
      }
    />
  );
}
