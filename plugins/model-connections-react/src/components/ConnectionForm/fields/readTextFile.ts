import { MAX_SECRET_BYTES } from '@mooring/backstage-plugin-model-connections-common';

/** Why a file was not taken. */
export type FileRefusal =
  | { reason: 'extension' }
  | { reason: 'empty' }
  | { reason: 'size'; bytes: number }
  | { reason: 'notText' }
  | { reason: 'unreadable'; message: string };

function bytesOf(file: File): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}

/**
 * Reads a file as UTF-8 text. What cannot be stored is refused before it is read (extension, size) or while it is
 * decoded; a replacement character is never put in the place of a byte.
 */
export async function readTextFile(
  file: File,
  extensions: readonly string[],
): Promise<{ text: string } | FileRefusal> {
  const name = file.name.toLowerCase();
  const fits = extensions.some(end => name.endsWith(end.toLowerCase()));
  if (extensions.length > 0 && !fits) {
    return { reason: 'extension' };
  }
  if (file.size === 0) {
    return { reason: 'empty' };
  }
  if (file.size > MAX_SECRET_BYTES) {
    return { reason: 'size', bytes: file.size };
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await bytesOf(file);
  } catch (error) {
    return { reason: 'unreadable', message: String(error) };
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { text: decoder.decode(new Uint8Array(bytes)) };
  } catch {
    return { reason: 'notText' };
  }
}
