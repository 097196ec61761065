import { copyFileSync, mkdirSync } from 'node:fs';
import { win32 } from 'node:path';
import { joinServerPath } from '../../contract/server-path';
import type { ServerHost } from '../../main/host/ports';
import { host, programFile, workFolder } from './bed';

const bed = win32.resolve(programFile('tool'), '..', '..');

/** The same host, its Windows in another folder: tools come from the System32 in there. */
function withWindowsAt(windows: string): ServerHost {
  const places = { ...host.places, windows, system32: joinServerPath(windows, 'System32') };
  return { ...host, places };
}

/** A host whose sc.exe is the stand-in that knows all verbs; the service manager is the real one. */
export const standInHost = withWindowsAt(win32.join(bed, 'windows'));

/**
 * A host whose System32 has only these tools: file name, then the program that is there under it.
 */
export function hostWithOnly(name: string, tools: Readonly<Record<string, string>>): ServerHost {
  const windows = workFolder(name);
  const system32 = win32.join(windows, 'System32');
  mkdirSync(system32, { recursive: true });
  for (const [file, program] of Object.entries(tools)) {
    copyFileSync(program, win32.join(system32, file));
  }
  return withWindowsAt(windows);
}
