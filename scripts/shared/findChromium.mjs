import fs from 'node:fs';
import path from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/**
 * Finds an installed Chromium or Chrome: what CHROMIUM_PATH names, else the first one on the PATH.
 *
 * @returns {string | undefined} the program's path; `undefined` when there is none
 */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const directories = (process.env.PATH ?? '').split(path.delimiter);
  return NAMES.flatMap(name =>
    directories.map(directory => path.join(directory, name)),
  ).find(file => fs.existsSync(file));
}
