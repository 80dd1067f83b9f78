import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Dialog from '@material-ui/core/Dialog';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { ConnectionTypeFormField } from '@mooring/backstage-plugin-model-connections-common';
import { useState } from 'react';
import { useLastDefined } from '../../hooks/useLastDefined';
import { modelConnectionsTranslationRef } from '../../translation';
import { DiscardDialog } from '../UnsavedChanges';
import { FieldDraft } from './FieldDraft';
import { FieldForm } from './FieldForm';

/** What the dialog is opened for. */
export interface FieldTask {
  /** Tells one opening from the next. */
  key: string;
  start: FieldDraft;
  isNew: boolean;
  others: readonly ConnectionTypeFormField[];
}

/** Adds or edits one field or section of a type. */
export function FieldDialog(props: {
  /** Open while it is set. */
  task?: FieldTask;
  onClose(): void;
  onApply(field: ConnectionTypeFormField): void;
  onExited(): void;
}) {
  const { task, onClose, onApply, onExited } = props;
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('xs'));
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const shown = useLastDefined(task);
  const [isDirty, setDirty] = useState(false);
  const [isAsking, setAsking] = useState(false);
  return (
    <Dialog
      open={task !== undefined}
      maxWidth="sm"
      fullWidth
      fullScreen={isNarrow}
      disableRestoreFocus
      // What was typed is not lost by a click beside the dialog, nor by one key.
      onClose={(_event, reason) => {
        if (reason === 'backdropClick') return;
        if (isDirty) setAsking(true);
        else onClose();
      }}
      aria-labelledby="mooring-field-title"
      TransitionProps={{ onExited }}
    >
      {shown && (
        <FieldForm
          key={shown.key}
          start={shown.start}
          isNew={shown.isNew}
          others={shown.others}
          titleId="mooring-field-title"
          onDirty={setDirty}
          onCancel={onClose}
          onApply={onApply}
        />
      )}
      <DiscardDialog
        isOpen={isAsking}
        title={t('field.leave')}
        onStay={() => setAsking(false)}
        onLeave={() => {
          setAsking(false);
          onClose();
        }}
      />
    </Dialog>
  );
}
