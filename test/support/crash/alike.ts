import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { worldSnapshot } from '../world-snapshot';

/** What every run makes anew: moments, identifiers, numbers of processes, hashes over these. */
const PASSING: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{64}\b|\b[0-9a-f]{40}\b/gi, '<hash>'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?Z?/g, '<moment>'],
  [/\d{8}T?\d{6,9}/g, '<stamp>'],
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '<id>'],
  [/INSTALLATION_(?:DATE|TIME)=\S+/g, '<installed>'],
  [/"pid": ?\d+/g, '"pid":<pid>'],
  [/"settledAt": ?(?:null|"[^"]*")/g, '"settledAt":<moment>'],
  // An installer that was cut off may have wanted a restart, and not when it is run again.
  [/"Reboot_Required":\{"type":"REG_SZ","data":"(?:yes|no)"\}/g, '"Reboot_Required":<of this try>'],
];

/** Logs tell of every try; what is set again is kept as it was before. */
const TELLS_OF_TRIES = /\.log$|\.bak(?:-[^/]*)?$|ASRSetupLogs|^unfinished\//i;
/** Made anew by each registration: only that they are there can be compared. */
const MADE_BY_REGISTRATION = /\/private\/MT(?:Cert\.pfx|registryKey\.hiv)$/;
/** When Windows began to run says nothing of a procedure. */
const OF_WINDOWS = ['bootedAt'];
/** Is there, and empty, once this program was to go on after a restart. */
const EMPTY_RUN_ONCE = /\\RunOnce \{\}$/;

/** The text without what every run makes anew. */
export const withoutPassing = (text: string) =>
  PASSING.reduce((seen, [what, mask]) => seen.replace(what, mask), text);

/** A practice server in short lines, without what every run makes anew. */
export function worldLines(folder: string): string[] {
  const { files, ...state } = worldSnapshot(folder);
  const world = join(folder, 'world');
  const ofFiles = Object.keys(files)
    .filter((name) => !TELLS_OF_TRIES.test(name))
    .map((name) => {
      if (MADE_BY_REGISTRATION.test(name)) return `file ${name}`;
      const content = withoutPassing(readFileSync(join(world, name), 'latin1'));
      return `file ${withoutPassing(name)} ${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
    });
  const ofState = Object.entries(state)
    .filter(([name]) => !OF_WINDOWS.includes(name))
    .flatMap(([name, value]) => {
      const parts =
        typeof value === 'object' && value !== null ? Object.entries(value) : [['', value]];
      return parts.map(([key, part]) =>
        withoutPassing(`${name} ${Array.isArray(value) ? '' : key} ${JSON.stringify(part)}`),
      );
    });
  return [...ofFiles, ...ofState].filter((line) => !EMPTY_RUN_ONCE.test(line)).sort();
}

/** What only one of two servers has, a line each; nothing where both are the same. */
export function differences(wanted: readonly string[], found: readonly string[]): string[] {
  return [
    ...wanted.filter((line) => !found.includes(line)).map((line) => `missing: ${line}`),
    ...found.filter((line) => !wanted.includes(line)).map((line) => `more: ${line}`),
  ].map((line) => line.slice(0, 400));
}
