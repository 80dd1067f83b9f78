/** What a line of the manifests has to do with the credentials. */
export type ManifestMark =
  | 'keys'
  | 'pull'
  | 'kept'
  | 'usedBy'
  | 'binding'
  | 'location';

/** One line of the manifests. */
export interface ManifestLine {
  text: string;
  mark?: ManifestMark;
}

const MARKS: readonly [RegExp, ManifestMark][] = [
  [/^\s+(aml-model-source-connection|opendatahub\.io\/connections):/, 'usedBy'],
  [/^\s+serving\.kserve\.io\/storageSecretName:/, 'keys'],
  [/^\s+serviceAccountName:/, 'binding'],
  [/^\s+(storageUri|opendatahub\.io\/connection-path):/, 'location'],
];

/**
 * The lines of YAML as the server writes it, with a mark on those by which the credentials come to the model: the entries of
 * `secrets` and `imagePullSecrets` by the connection that they name, the others by their key.
 */
export function manifestLines(
  yaml: string,
  connection: string | undefined,
): ManifestLine[] {
  let list: 'secrets' | 'imagePullSecrets' | undefined;
  return yaml
    .trimEnd()
    .split('\n')
    .map(text => {
      const opened = /^\s*(secrets|imagePullSecrets):\s*$/.exec(text)?.[1];
      if (opened) {
        list = opened as typeof list;
        return { text };
      }
      const entry = /^\s*- name: "?([^"]+)"?$/.exec(text)?.[1];
      if (!entry) list = undefined;
      if (list === 'secrets' && entry) return { text, mark: 'keys' as const };
      if (list === 'imagePullSecrets' && entry) {
        return { text, mark: entry === connection ? 'pull' : 'kept' } as const;
      }
      const mark = MARKS.find(([pattern]) => pattern.test(text))?.[1];
      return mark ? { text, mark } : { text };
    });
}
