import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Divider from '@material-ui/core/Divider';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CA_CERTIFICATE_FIELD } from '@mooring/backstage-plugin-model-connections-common';
import {
  FormEvent,
  ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
} from 'react';
import { ConnectionFormBase } from '../../hooks/useConnectionForm';
import { stateColors } from '../../theme';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { FormSection } from './FormSection';
import { NameFields } from './NameFields';
import { OtherKeys } from './OtherKeys';
import { S3Advanced } from './S3Advanced';
import { sectionsOf } from './sectionsOf';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(3) },
    problems: { color: stateColors(theme).danger },
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'MooringConnectionForm' },
);

/**
 * Properties of {@link ConnectionForm}.
 *
 * @public
 */
export interface ConnectionFormProps {
  /** From {@link useConnectionForm} or {@link useConnectionEditForm}. */
  form: ConnectionFormBase;
  /** While something is being sent. */
  disabled?: boolean;
  /** The element's id, for a submit button that stands elsewhere (`form="…"`). */
  id?: string;
  onSubmit?(): void;
  /** Fields of the caller, above the form's own; one with `aria-invalid` takes the focus like any other. */
  children?: ReactNode;
  /** Leaves out the names of the connection, where only the type is looked at. */
  withoutNames?: boolean;
  /** The environment variable of a field to be outlined. */
  markedField?: string;
}

/**
 * The names of a connection and the sections and fields of its type. After a refused submit the first wrong field has
 * the focus.
 *
 * @public
 */
export function ConnectionForm(props: ConnectionFormProps) {
  const { form, disabled, id, onSubmit, children } = props;
  const { withoutNames, markedField } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const prefix = useId();
  const root = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (form.refusals > 0 && !disabled) {
      root.current
        ?.querySelector<HTMLElement>(
          '[aria-invalid="true"], [data-invalid="true"]',
        )
        ?.focus();
    }
  }, [form.refusals, disabled]);

  const { touch } = form;
  const leaveCertificate = useCallback(
    () => touch(CA_CERTIFICATE_FIELD),
    [touch],
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };

  return (
    <form
      id={id}
      ref={root}
      noValidate
      autoComplete="off"
      className={classes.root}
      onSubmit={submit}
    >
      {children}
      {!withoutNames && (
        <NameFields form={form} prefix={prefix} disabled={disabled} />
      )}
      {form.type &&
        sectionsOf(form.fields).map((section, index) => (
          <FormSection
            key={`${form.type?.name}-${index}`}
            form={form}
            section={section}
            prefix={`${prefix}-${form.type?.name}`}
            divider={!(withoutNames && index === 0) && <Divider />}
            disabled={disabled}
            markedField={markedField}
          />
        ))}
      {form.s3 && !withoutNames && (
        <S3Advanced
          s3={form.s3}
          problem={form.errors.caCertificate}
          prefix={prefix}
          disabled={disabled}
          onLeave={leaveCertificate}
        />
      )}
      {form.stored && form.stored.otherKeys.length > 0 && (
        <OtherKeys stored={form.stored} prefix={prefix} disabled={disabled} />
      )}
      {form.errors.other.length > 0 && (
        <div role="alert" className={classes.problems}>
          <Typography variant="body2">{t('form.otherProblems')}</Typography>
          <ul className={classes.list}>
            {form.errors.other.map(problem => (
              <li key={problem}>
                <Typography variant="body2">{problem}</Typography>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
