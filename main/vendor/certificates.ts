import type { ToolReader } from '../../contract/reader';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { certificatesText } from '../../contract/text/certificates-procedure';

/** Certificates, keys and fingerprints. Source: vendor source, securitylib/defaultdirs.h. */
const FOLDER = 'C:\\ProgramData\\Microsoft Azure Site Recovery';
export const CERTIFICATE_FOLDERS: readonly ServerPath[] = [
  `${FOLDER}\\certs`,
  `${FOLDER}\\fingerprints`,
  `${FOLDER}\\private`,
];
export const DATA_PORT_FINGERPRINT = `${FOLDER}\\fingerprints\\ps.fingerprint`;

/** Where the fingerprint of a configuration server is kept, as csgetfingerprint names it. */
export const serverFingerprint = (address: string, port: number): ServerPath =>
  `${FOLDER}\\fingerprints\\${address}_${port}.fingerprint`;

/**
 * The product itself warns 60 and 45 days before the end, each week below 30 and each day below 7.
 * Source: vendor source, ProcessServerMonitor (EA0616; EA0615 when expired).
 */
export const WARNING_DAYS = 60;

/** Renews the certificate of the data port. Source: vendor source, RenewCerts/Program.cs. */
export function renewCommand(installFolder: ServerPath): {
  file: ServerPath;
  args: string[];
  cwd: ServerPath;
} {
  const cwd = joinServerPath(installFolder, 'home\\svsystems\\bin');
  return { file: joinServerPath(cwd, 'RenewCerts.exe'), args: [], cwd };
}

/**
 * Its exit code is always 0. What it says of a failure is told; that it says nothing of one proves
 * nothing: the new certificate does.
 */
export const renewalReader: ToolReader = {
  judge({ code, output, error }) {
    const said = `${output}\n${error}`;
    const reason = /^Error code:\s*(\S+)/m.exec(said)?.[1];
    const hasFailed =
      code !== 0 || reason !== undefined || /Please retry multiple times/i.test(said);
    if (!hasFailed) return { problem: null, facts: {}, restart: false };
    const words = certificatesText.problems.refused;
    const toolWords = said.split(/\r?\n/).filter((line) => line.trim() !== '');
    const shownCode = reason ?? (code === 0 ? null : String(code));
    return { problem: { ...words, toolWords, code: shownCode }, facts: {}, restart: false };
  },
};
