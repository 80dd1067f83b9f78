import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { MAX_SECRET_BYTES } from '@mooring/backstage-plugin-model-connections-common';
import { useRef, useState } from 'react';
import { modelConnectionsReactTranslationRef } from '../../../translation';
import { formatBytes } from './formatBytes';
import { FileRefusal, readTextFile } from './readTextFile';

/** What a file field remembers besides its value: why the last file was refused, and whether text is being pasted. */
export function useTextFile(
  extensions: readonly string[],
  onText: (text: string, fileName: string) => void,
) {
  const { t } = useTranslationRef(modelConnectionsReactTranslationRef);
  const [refusal, setRefusal] = useState<string | undefined>();
  const [isPasting, setPasting] = useState(false);
  const reads = useRef(0);

  const inWords = (file: string, why: FileRefusal): string => {
    switch (why.reason) {
      case 'extension':
        return t('file.wrongExtension', {
          file,
          extensions: extensions.join(', '),
        });
      case 'empty':
        return t('file.empty', { file });
      case 'size':
        return t('file.tooLarge', {
          file,
          size: formatBytes(why.bytes),
          total: formatBytes(MAX_SECRET_BYTES),
        });
      case 'notText':
        return t('file.notText', { file });
      default:
        return t('file.unreadable', { file, reason: why.message });
    }
  };

  return {
    refusal,
    isPasting,
    clear: () => setRefusal(undefined),
    startPasting: () => {
      setRefusal(undefined);
      setPasting(true);
    },
    stopPasting: () => setPasting(false),
    /** Reads a file; only the last one that was given counts. */
    async read(file: File | undefined) {
      if (!file) return;
      reads.current += 1;
      const read = reads.current;
      const result = await readTextFile(file, extensions);
      if (read !== reads.current) return;
      if ('text' in result) {
        setRefusal(undefined);
        setPasting(false);
        onText(result.text, file.name);
      } else {
        setRefusal(inWords(file.name, result));
      }
    },
  };
}
