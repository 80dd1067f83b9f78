import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { ConnectionFormBase } from '../../hooks/useConnectionForm';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { FormField } from './FormField';
import { FieldSection } from './sectionsOf';
import { useFieldGridStyles } from './useFieldGridStyles';

const useStyles = makeStyles(
  theme => ({
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
      margin: theme.spacing(3, 0, 2),
    },
    description: { flexBasis: '100%' },
  }),
  { name: 'MooringFormSection' },
);

/** One section of a type's form: heading, what it is about, its fields in one or two columns. */
export function FormSection(props: {
  form: ConnectionFormBase;
  section: FieldSection;
  prefix: string;
  divider: ReactNode;
  disabled?: boolean;
  markedField?: string;
}) {
  const { form, section, prefix, divider, disabled, markedField } = props;
  const classes = useStyles();
  const grid = useFieldGridStyles();
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const type = form.type?.displayName ?? form.type?.name ?? '';
  return (
    <section aria-label={section.heading?.name ?? (type || undefined)}>
      {divider}
      <div className={classes.heading}>
        <Typography variant="subtitle1" component="h3">
          <strong>{section.heading?.name ?? type}</strong>
        </Typography>
        {type && (
          <Typography variant="caption" color="textSecondary">
            {t('form.fields', { count: section.fields.length, type })}
          </Typography>
        )}
        {section.heading?.description && (
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.description}
          >
            {section.heading.description}
          </Typography>
        )}
      </div>
      <div className={grid.grid}>
        {section.fields.map(field => (
          <FormField
            key={field.envVar}
            form={form}
            field={field}
            id={`${prefix}-${field.envVar}`}
            disabled={disabled}
            isMarked={field.envVar === markedField}
          />
        ))}
      </div>
    </section>
  );
}
