import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import {
  Connection,
  ConnectionType,
  isValueField,
} from '@mooring/backstage-plugin-model-connections-common';
import {
  ConnectionEditFormModel,
  errorStatus,
} from '@mooring/backstage-plugin-model-connections-react';
import { useErrorReason } from '../../hooks/useErrorReason';
import { Loaded } from '../../hooks/useLoaded';
import { modelConnectionsTranslationRef } from '../../translation';
import { Note } from './Note';

/** How the type differs from the one that the connection was made from, as far as it matters to whoever edits. */
export function TypeDriftNote(props: {
  connection: Connection;
  type: Loaded<ConnectionType>;
  form: ConnectionEditFormModel;
}) {
  const { connection, type, form } = props;
  const { typeName } = connection;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const reasonOf = useErrorReason();
  if (typeName === undefined) {
    return <Note isWarning>{t('drift.noType')}</Note>;
  }
  if (type.status === 'loading') {
    return <LinearProgress aria-label={t('drift.typeLoading')} />;
  }
  if (type.error) {
    return errorStatus(type.error) === 404 ? (
      <Note isWarning>{t('drift.typeGone', { type: typeName })}</Note>
    ) : (
      <Note
        isWarning
        action={
          <Button size="small" color="primary" onClick={type.retry}>
            {t('common.retry')}
          </Button>
        }
      >
        {t('drift.typeUnknown', { reason: reasonOf(type.error) })}
      </Note>
    );
  }
  const { missing, prefilled, otherKeys } = form.stored;
  const title = type.value?.displayName ?? typeName;
  const namesOf = (envVars: readonly string[]) =>
    form.fields
      .filter(isValueField)
      .filter(field => envVars.includes(field.envVar))
      .map(field => field.name)
      .join(', ');
  const lines: (string | false)[] = [
    type.value?.invalid !== undefined &&
      t('drift.invalid', { reason: type.value.invalid }),
    type.value?.enabled === false && t('drift.disabled', { type: title }),
    missing.length > 0 && t('drift.missing', { names: namesOf(missing) }),
    prefilled.length > 0 && t('drift.prefilled', { names: namesOf(prefilled) }),
    otherKeys.length > 0 && t('drift.others', { count: otherKeys.length }),
  ].filter(Boolean);
  if (lines.length === 0) {
    return null;
  }
  return (
    <Note isWarning={missing.length > 0 || type.value?.invalid !== undefined}>
      {lines.map(line => (
        <div key={String(line)}>{line}</div>
      ))}
    </Note>
  );
}
