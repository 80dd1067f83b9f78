import { readFile } from 'node:fs/promises';
import { AuditEvent } from '../LocalCluster';

/**
 * The events of an audit log, oldest first.
 *
 * @param file - JSON lines, which the API server may be writing to
 * @param containing - only lines with this text are parsed: a log grows long
 */
export async function readAuditLog(
  file: string,
  containing: string = '',
): Promise<AuditEvent[]> {
  const text = await readFile(file, 'utf8');
  // What comes after the last line's end is not written to its end yet.
  return text
    .split('\n')
    .slice(0, -1)
    .filter(line => line.includes(containing))
    .map(line => JSON.parse(line));
}
