import { useApi } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { readCaCertificates } from '@mooring/backstage-plugin-model-connections-common';
import { useMemo } from 'react';
import { S3SettingsModel } from '../../hooks/useConnectionForm';
import { modelConnectionsReactTranslationRef } from '../../translation';
import { FileField } from './fields/FileField';

const EXTENSIONS = ['.pem', '.crt', '.cer'];

/** The certificates that are trusted beside those of everybody: by file or text, with what they are called and until when. */
export function CaCertificateField(props: {
  s3: S3SettingsModel;
  id: string;
  problem?: string;
  disabled?: boolean;
  onLeave(): void;
}) {
  const { s3, id, problem, disabled, onLeave } = props;
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const { certificates } = useMemo(
    () => readCaCertificates(s3.caCertificate),
    [s3.caCertificate],
  );
  const { stored } = s3;
  const dateOf = (date: Date) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(date);
  const now = new Date();
  const told = certificates.map(({ subject, notAfter }) => ({
    isOver: notAfter < now,
    name: subject,
    at: dateOf(notAfter),
  }));
  const isStored =
    stored?.caCertificate !== undefined &&
    s3.caCertificate === stored.caCertificate;
  const isReplaced = stored?.caCertificate !== undefined && !isStored;
  const isUnread = stored?.caProblem !== undefined && s3.caCertificate === '';
  const hint = [
    isUnread && stored.caProblem,
    ...told
      .filter(({ isOver }) => isOver)
      .map(({ name, at }) => t('s3.expired', { name, at })),
  ]
    .filter(Boolean)
    .join(' ');
  const good = told
    .filter(({ isOver }) => !isOver)
    .map(({ name, at }) => t('s3.goodUntil', { name, at }));
  let fileName = s3.fileName;
  if (isStored) {
    fileName = t('s3.stored', { configMap: stored.caConfigMap ?? '' });
  }

  return (
    <div>
      <FileField
        id={id}
        field={{
          type: 'file',
          name: t('s3.caCertificate'),
          envVar: 'caCertificate',
          properties: {
            extensions: EXTENSIONS,
            helperText: [t('s3.caCertificateHint'), ...good].join(' · '),
          },
        }}
        value={s3.caCertificate}
        fileName={fileName}
        hint={hint || undefined}
        problem={problem}
        disabled={disabled}
        onChange={(value, name) =>
          s3.change(
            { caCertificate: typeof value === 'string' ? value : '' },
            name,
          )
        }
        onBlur={onLeave}
      />
      {isUnread && !s3.isForgotten && (
        <Button
          size="small"
          disabled={disabled}
          onClick={() => s3.change({ caCertificate: '' })}
        >
          {t('s3.forget')}
        </Button>
      )}
      {isReplaced && (
        <Button
          size="small"
          color="primary"
          disabled={disabled}
          onClick={() => s3.change({ caCertificate: stored.caCertificate })}
        >
          {t('s3.keepStored')}
        </Button>
      )}
    </div>
  );
}
