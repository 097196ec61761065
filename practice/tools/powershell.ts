import { z } from 'zod';
import { serverFileName } from '../../contract/server-path';
import type { Tool } from '../runner/tool';
import { downloadFile } from './powershell/download-file';
import { getAgentProxy } from './powershell/get-agent-proxy';
import { newProtectedFolder } from './powershell/new-protected-folder';
import { readActivity } from './powershell/read-activity';
import { readCertificates } from './powershell/read-certificates';
import { readClock } from './powershell/read-clock';
import { readFolderProtection } from './powershell/read-folder-protection';
import { readLoad } from './powershell/read-load';
import { readOtherSoftware } from './powershell/read-other-software';
import { readPrerequisites } from './powershell/read-prerequisites';
import { readServer } from './powershell/read-server';
import { type Script, ScriptError } from './powershell/script';
import { setAgentProxy } from './powershell/set-agent-proxy';
import { testProxy } from './powershell/test-proxy';
import { verifySignature } from './powershell/verify-signature';

const scripts: Readonly<Record<string, Script>> = {
  'download-file': downloadFile,
  'get-agent-proxy': getAgentProxy,
  'new-protected-folder': newProtectedFolder,
  'read-activity': readActivity,
  'read-certificates': readCertificates,
  'read-clock': readClock,
  'read-folder-protection': readFolderProtection,
  'read-load': readLoad,
  'read-other-software': readOtherSoftware,
  'read-prerequisites': readPrerequisites,
  'read-server': readServer,
  'set-agent-proxy': setAgentProxy,
  'test-proxy': testProxy,
  'verify-signature': verifySignature,
};

const switches = ['-nologo', '-noprofile', '-noninteractive'];
const readsScript =
  /^& \(\[ScriptBlock\]::Create\(\[IO\.File\]::ReadAllText\('((?:[^']|'')+)'\)\)\)$/;

/**
 * Windows PowerShell, for the scripts of this program only: JSON in by a line, JSON out by a line.
 * A script that fails says so in its answer and still ends with 0.
 */
export const powershell: Tool = {
  encoding: 'utf8',
  run: async (context) => {
    const path = scriptPath(context.args);
    const name = path === null ? '' : serverFileName(path).replace(/\.ps1$/i, '');
    const script = scripts[name.toLowerCase()];
    if (!script) {
      context.error(`The practice server has no script "${name || context.args.join(' ')}".\r\n`);
      return 1;
    }
    const answer = (value: unknown) => context.output(`${JSON.stringify(value)}\r\n`);
    const input = parseInput(context.stdin);
    if (input === null) {
      answer(failure('Invalid JSON primitive.', 'System.ArgumentException'));
      return 0;
    }
    await context.wait(1);
    try {
      answer({ kind: 'result', ok: true, value: await script(context, input) });
      return 0;
    } catch (error) {
      if (!(error instanceof ScriptError)) throw error;
      answer(failure(error.message, error.type));
      return 0;
    }
  },
};

/** The script a command line names; null when it isn't the one form this program uses. */
function scriptPath(args: readonly string[]): string | null {
  const rest = args.filter((argument) => !switches.includes(argument.toLowerCase()));
  const [policy = '', bypass = '', command = '', text = '', ...more] = rest;
  const usual =
    policy.toLowerCase() === '-executionpolicy' &&
    bypass.toLowerCase() === 'bypass' &&
    command.toLowerCase() === '-command' &&
    more.length === 0;
  const found = usual ? readsScript.exec(text)?.[1] : undefined;
  return found?.replaceAll("''", "'") ?? null;
}

function parseInput(stdin: string): Record<string, unknown> | null {
  const [line = ''] = stdin.split(/\r?\n/);
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(line.trim() === '' ? '{}' : line));
  } catch {
    return null;
  }
}

function failure(message: string, type: string) {
  return { kind: 'result', ok: false, error: { message, type } };
}
