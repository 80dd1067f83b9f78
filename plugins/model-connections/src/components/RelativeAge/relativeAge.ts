import { DateTime } from 'luxon';

const UNITS = [
  { unit: 'year', seconds: 365 * 86_400 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** An age in the largest unit that fits, such as `41 days` or `26 min`; below a minute in seconds. */
export function relativeAge(time: DateTime, language: string): string {
  const age = Math.max(0, -time.diffNow().as('seconds'));
  const { unit, seconds } = UNITS.find(u => age >= u.seconds) ?? {
    unit: 'second',
    seconds: 1,
  };
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(Math.floor(age / seconds));
}
