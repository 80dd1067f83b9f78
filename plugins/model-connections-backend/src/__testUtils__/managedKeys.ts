/** The data keys and annotations that a field manager owns of an object, sorted. */
export function managedKeys(object: any, manager: string): string[] {
  const entries = object.metadata.managedFields.filter(
    (entry: any) => entry.manager === manager,
  );
  const keys = entries.flatMap(({ fieldsV1 }: any) => [
    ...Object.keys(fieldsV1['f:data'] ?? {}),
    ...Object.keys(fieldsV1['f:metadata']?.['f:annotations'] ?? {}),
  ]);
  return keys
    .filter((key: string) => key.startsWith('f:'))
    .map((key: string) => key.slice(2))
    .sort();
}
