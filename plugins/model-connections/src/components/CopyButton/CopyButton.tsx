import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import FileCopyOutlinedIcon from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { modelConnectionsTranslationRef } from '../../translation';

/** Puts a text on the clipboard, and says so. */
export function CopyButton(props: {
  text: string;
  /** What it copies, for those who do not see what it stands beside. */
  label?: string;
  disabled?: boolean;
  /** The browser refused, with its reason; `undefined` when it worked. */
  onFailed?(error: Error | undefined): void;
}) {
  const { text, label, disabled, onFailed } = props;
  const { t } = useTranslationRef(modelConnectionsTranslationRef);
  const [{ error }, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState<string | undefined>();
  useEffect(() => onFailed?.(error), [error, onFailed]);
  const isCopied = copied === text && !error;
  return (
    <Button
      color="primary"
      startIcon={<FileCopyOutlinedIcon />}
      disabled={disabled}
      aria-label={isCopied ? undefined : label}
      onClick={() => {
        copy(text);
        setCopied(text);
      }}
    >
      <span aria-live="polite">
        {t(isCopied ? 'types.copied' : 'types.copy')}
      </span>
    </Button>
  );
}
