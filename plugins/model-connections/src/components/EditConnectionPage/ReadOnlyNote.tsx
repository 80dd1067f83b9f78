import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import { Connection } from '@mooring/backstage-plugin-model-connections-common';
import { modelConnectionsTranslationRef } from '../../translation';
import { Note } from './Note';

/** Why a connection can only be looked at: what else writes it, or the portal's policy. */
export function ReadOnlyNote(props: {
  connection: Connection;
  onDuplicate?(): void;
}) {
  const { managedBy } = props.connection;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  return (
    <Note
      icon={<LockOutlinedIcon fontSize="inherit" />}
      action={
        managedBy &&
        props.onDuplicate && (
          <Button size="small" color="primary" onClick={props.onDuplicate}>
            {t('row.duplicate')}
          </Button>
        )
      }
    >
      {managedBy
        ? t('edit.managed', { ...managedBy })
        : t('edit.mayNot', {
            permission: 'modelConnections.connection.update',
          })}
    </Note>
  );
}
