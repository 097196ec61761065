import type { ToolReader } from '../../contract/reader';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { cdpcli } from './codes/cdpcli';
import { wordsFor } from './codes/exit-code-table';

/** The folder below the install folder that holds the master target and its command line tool. */
export const AGENT_FOLDER = 'agent';

/** What it fetched, before it imports it. Source: vendor source, registermtmajor.cpp. */
export const REGISTRATION_FILES: readonly ServerPath[] = ['MTCert.pfx', 'MTregistryKey.hiv'].map(
  (name) => `C:\\ProgramData\\Microsoft Azure Site Recovery\\private\\${name}`,
);

/**
 * Fetches the newest certificates of the configuration server into this server. A few minutes.
 * Source: vendor source, registermtmajor.cpp.
 */
export function registerCommand(installFolder: ServerPath): { file: ServerPath; args: string[] } {
  return {
    file: joinServerPath(installFolder, AGENT_FOLDER, 'cdpcli.exe'),
    args: ['--registermt'],
  };
}

/**
 * Judged by the exit code alone: "Registration suceeded." is printed even when the certificate could
 * not be imported.
 */
export const registrationReader: ToolReader = {
  judge({ code, output, error }) {
    if (code === 0) return { problem: null, facts: {}, restart: false };
    const said = `${error}\n${output}`.trim();
    const reason = cdpcli.reasons.find(({ says }) => says.test(said));
    const words = reason?.words ?? wordsFor(cdpcli.codes, code) ?? cdpcli.codes[1];
    if (!words) throw new Error('There are words for exit code 1.');
    const toolWords = said.split(/\r?\n/).filter((line) => line.trim() !== '');
    return { problem: { ...words, toolWords, code: String(code) }, facts: {}, restart: false };
  },
};
