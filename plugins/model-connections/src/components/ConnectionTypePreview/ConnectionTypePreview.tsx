import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { ConnectionType } from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionForm,
  useConnectionForm,
} from '@mooring/backstage-plugin-model-connections-react';
import { memo, startTransition, useEffect } from 'react';
import { modelConnectionsTranslationRef } from '../../translation';

/** The form that connections of a type are made with, to be tried: nothing that is typed goes anywhere. */
export const ConnectionTypePreview = memo(
  function ConnectionTypePreviewView(props: {
    type: ConnectionType;
    /** The environment variable of a field to be outlined. */
    markedField?: string;
  }) {
    const { type, markedField } = props;
    const { t } = useTranslationRef(modelConnectionsTranslationRef);
    const form = useConnectionForm();
    const { selectType } = form;
    // With hundreds of fields that takes its time, which nobody's typing is to wait for.
    useEffect(
      () => startTransition(() => selectType(type)),
      [selectType, type],
    );
    if (type.fields.length === 0) {
      return (
        <Typography variant="body2" color="textSecondary">
          {t('types.previewEmpty')}
        </Typography>
      );
    }
    return (
      <ConnectionForm form={form} withoutNames markedField={markedField} />
    );
  },
);
