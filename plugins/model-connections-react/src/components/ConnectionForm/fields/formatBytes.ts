/** A size for reading: `812 B`, `1.2 KiB`, `1 MiB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  const power = Math.min(
    Math.floor(Math.log2(Math.max(bytes, 1)) / 10),
    units.length - 1,
  );
  const amount = bytes / 1024 ** power;
  return `${Number(amount.toFixed(amount < 100 ? 1 : 0))} ${units[power]}`;
}
