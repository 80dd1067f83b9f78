/** What tells the rows of a cluster apart. */
export function connectionRowKey(row: {
  namespace: string;
  name: string;
}): string {
  return `${row.namespace}/${row.name}`;
}
