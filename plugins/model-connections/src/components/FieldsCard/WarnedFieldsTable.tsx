import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { protocolOf } from '@mooring/backstage-plugin-model-connections-common';
import { ComponentProps, useDeferredValue, useMemo } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';
import { TypeDraftModel } from '../ConnectionTypeEditor/useTypeDraft';
import { FieldsTable } from '../FieldsTable';
import { keysToWarnAt } from './protocolChanges';

/**
 * The table of fields, with warnings at those that take part in what the type serves.
 *
 * The warnings follow once the row that was changed is painted. Only this part of the card is deferred: React 18 can
 * lose the end of a dialog's or menu's transition that comes while a deferred rendering goes over it, which leaves an
 * invisible one over the page (`processUpdateQueue` passes over what was interleaved when a class has nothing else to do).
 */
export function WarnedFieldsTable(
  props: Omit<ComponentProps<typeof FieldsTable>, 'warnings'> & {
    compatibility: TypeDraftModel['compatibility'];
  },
) {
  const { compatibility, ...table } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const fields = useDeferredValue(table.fields);
  const { protocols, shadowed } = useDeferredValue(compatibility);
  const warnings = useMemo(() => {
    const formFields = fields.map(({ field }) => field);
    return new Map(
      [...keysToWarnAt(formFields, { protocols, shadowed })].map(
        ([key, id]) => [
          key,
          t('compatibility.row', { protocol: protocolOf(id)?.title ?? id }),
        ],
      ),
    );
  }, [fields, protocols, shadowed, t]);
  return <FieldsTable {...table} warnings={warnings} />;
}
