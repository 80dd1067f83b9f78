import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { gpuKeyOf, ResourceFields } from '../../model-services/resourceFields';
import { modelConnectionsTranslationRef } from '../../translation';
import { FormCard } from './FormCard';
import { useFieldRowStyles } from './useFieldRowStyles';
import { ServiceFormModel } from './useServiceForm';

/** What one pod gets, and how many there are. */
export function ResourcesSection(props: {
  id: string;
  form: ServiceFormModel;
}) {
  const { id, form } = props;
  const { draft } = form;
  const rows = useFieldRowStyles();
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const amount = (key: keyof ResourceFields, help: string) => {
    const problem = form.problemOf(`resources.${key}`);
    return (
      <TextField
        id={`${id}-${key}`}
        fullWidth
        size="small"
        variant="outlined"
        label={t(`services.form.${key}`)}
        value={draft.resources[key]}
        error={problem !== undefined}
        helperText={problem ?? help}
        inputProps={{ inputMode: key === 'gpus' ? 'numeric' : 'text' }}
        onChange={event =>
          form.set({
            resources: { ...draft.resources, [key]: event.target.value },
          })
        }
        onBlur={() => form.touch(`resources.${key}`)}
      />
    );
  };
  const count = (key: 'minReplicas' | 'maxReplicas') => {
    const problem = form.problemOf(key);
    return (
      <TextField
        id={`${id}-${key}`}
        fullWidth
        size="small"
        variant="outlined"
        label={t(`services.form.${key}`)}
        value={draft[key]}
        error={problem !== undefined}
        helperText={problem ?? t(`services.form.${key}Hint`)}
        inputProps={{ inputMode: 'numeric' }}
        onChange={event => form.set({ [key]: event.target.value })}
        onBlur={() => form.touch(key)}
      />
    );
  };
  return (
    <FormCard title={t('services.form.resources')}>
      <div className={rows.pair}>
        {amount('gpus', gpuKeyOf(form.base?.resources))}
        <span />
        {amount('cpuRequest', t('services.form.cpuHint'))}
        {amount('cpuLimit', t('services.form.cpuHint'))}
        {amount('memoryRequest', t('services.form.memoryHint'))}
        {amount('memoryLimit', t('services.form.memoryHint'))}
        {count('minReplicas')}
        {count('maxReplicas')}
      </div>
    </FormCard>
  );
}
