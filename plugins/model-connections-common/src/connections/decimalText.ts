/** A number as decimal text without an exponent: 1e21 gives `1000000000000000000000`, 1e-7 gives `0.0000001`. */
export function decimalText(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) {
    return text;
  }
  const [, sign, lead, fraction = '', exponent] = match;
  const shift = Number(exponent);
  const digits = lead + fraction;
  return shift < 0
    ? `${sign}0.${'0'.repeat(-shift - 1)}${digits}`
    : `${sign}${digits.padEnd(shift + 1, '0')}`;
}
