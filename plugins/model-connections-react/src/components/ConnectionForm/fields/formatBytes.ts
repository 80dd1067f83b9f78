const UNITS = ['B', 'KiB', 'MiB', 'GiB'];

/** A size for reading: `812 B`, `1.2 KiB`, `1 MiB`. */
export function formatBytes(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  // What would be rounded up to 1024 is already one of the next unit.
  while (amount >= 1023.5 && unit < UNITS.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  return `${Number(amount.toFixed(amount < 100 ? 1 : 0))} ${UNITS[unit]}`;
}
