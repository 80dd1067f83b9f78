import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useConnectionTypeUsage } from '../../hooks/useConnectionTypeUsage';
import { useErrorReason } from '../../hooks/useErrorReason';
import { modelConnectionsTranslationRef } from '../../translation';

/** How many connections were made from a type, as far as the caller may see them, and that they stay as they are. */
export function ConnectionTypeUsageLine(props: {
  cluster: string;
  name: string;
  /** What else is to be said once they are counted, unless there surely are none. */
  note?: string;
}) {
  const { note } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  const usage = useConnectionTypeUsage(props);
  let text: string = t('types.usageLoading');
  let hasNothingToAdd = usage.status === 'loading';
  if (usage.status === 'failed') {
    text = t('types.usageFailed', { reason: reasonOf(usage.error) });
  } else if (usage.status === 'ready') {
    const { connections, projects, isPartial } = usage.value;
    const used = t('types.usage', {
      count: connections,
      projects: t('types.projects', { count: projects }),
    });
    text = connections === 0 ? t('types.usageNone') : used;
    hasNothingToAdd = connections === 0 && !isPartial;
    if (isPartial) text += ` ${t('types.usagePartial')}`;
  }
  return (
    <span role="status" aria-live="polite">
      {text}
      {note && !hasNothingToAdd && ` ${note}`}
    </span>
  );
}
