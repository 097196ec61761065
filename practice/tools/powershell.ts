import { z } from 'zod';
import { serverFileName } from '../../contract/server-path';
import type { Tool, ToolContext } from '../runner/tool';
import { changeDefender } from './powershell/change-defender';
import { downloadFile } from './powershell/download-file';
import { findLeftovers } from './powershell/find-leftovers';
import { getAgentProxy } from './powershell/get-agent-proxy';
import { newProtectedFolder } from './powershell/new-protected-folder';
import { readActivity } from './powershell/read-activity';
import { readCertificates } from './powershell/read-certificates';
import { readClock } from './powershell/read-clock';
import { readDefender } from './powershell/read-defender';
import { readFolderProtection } from './powershell/read-folder-protection';
import { readLoad } from './powershell/read-load';
import { readOtherSoftware } from './powershell/read-other-software';
import { readPrerequisites } from './powershell/read-prerequisites';
import { readServer } from './powershell/read-server';
import { removeLeftover } from './powershell/remove-leftover';
import { type Script, ScriptError } from './powershell/script';
import { setAgentProxy } from './powershell/set-agent-proxy';
import { testProxy } from './powershell/test-proxy';
import { verifySignature } from './powershell/verify-signature';

const scripts: Readonly<Record<string, Script>> = {
  'change-defender': changeDefender,
  'download-file': downloadFile,
  'find-leftovers': findLeftovers,
  'get-agent-proxy': getAgentProxy,
  'new-protected-folder': newProtectedFolder,
  'read-activity': readActivity,
  'read-certificates': readCertificates,
  'read-clock': readClock,
  'read-defender': readDefender,
  'read-folder-protection': readFolderProtection,
  'read-load': readLoad,
  'read-other-software': readOtherSoftware,
  'read-prerequisites': readPrerequisites,
  'read-server': readServer,
  'remove-leftover': removeLeftover,
  'set-agent-proxy': setAgentProxy,
  'test-proxy': testProxy,
  'verify-signature': verifySignature,
};

const switches = ['-nologo', '-noprofile', '-noninteractive'];
const block = String.raw`& \(\[ScriptBlock\]::Create\(\[IO\.File\]::ReadAllText\('((?:[^']|'')+)'\)\)\)`;
const announcement = String.raw`\[Console\]::WriteLine\('(#\d+)'\); `;
const oneScript = new RegExp(`^${block}$`);
const someScripts = new RegExp(`^(?:${announcement}${block}(?:; |$))+$`);
const eachScript = new RegExp(`${announcement}${block}`, 'g');

/**
 * Windows PowerShell, for the scripts of this program only: JSON in by a line, JSON out by a line,
 * each of several after a line that announces it. A script that fails says so in its answer and
 * PowerShell still ends with 0.
 */
export const powershell: Tool = {
  encoding: 'utf8',
  isNoted: false,
  run: async (context) => {
    const chosen = chosenScripts(context.args);
    if (chosen === null) {
      context.error(`The practice server has no script "${context.args.join(' ')}".\r\n`);
      return 1;
    }
    const lines = context.stdin.split(/\r?\n/);
    for (const [index, { announced, run }] of chosen.entries()) {
      if (announced !== null) context.output(`${announced}\r\n`);
      await runOne(context, run, lines[index] ?? '');
    }
    return 0;
  },
};

async function runOne(context: ToolContext, run: Script, line: string): Promise<void> {
  const answer = (value: unknown) => context.output(`${JSON.stringify(value)}\r\n`);
  const input = parseInput(line);
  if (input === null) {
    answer(failure('Invalid JSON primitive.', 'System.ArgumentException'));
    return;
  }
  await context.wait(1);
  try {
    answer({ kind: 'result', ok: true, value: await run(context, input) });
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    answer(failure(error.message, error.type));
  }
}

interface Chosen {
  announced: string | null;
  run: Script;
}

/** The scripts a command line names; null when it isn't one of the forms this program uses. */
function chosenScripts(args: readonly string[]): Chosen[] | null {
  const text = commandOf(args);
  const alone = oneScript.exec(text)?.[1];
  if (alone !== undefined) return allKnown([{ announced: null, path: alone }]);
  if (!someScripts.test(text)) return null;
  return allKnown(
    [...text.matchAll(eachScript)].map(([, announced = '', path = '']) => ({ announced, path })),
  );
}

function allKnown(named: readonly { announced: string | null; path: string }[]): Chosen[] | null {
  const known = named.flatMap(({ announced, path }) => {
    const name = serverFileName(path.replaceAll("''", "'")).replace(/\.ps1$/i, '');
    const run = scripts[name.toLowerCase()];
    return run ? [{ announced, run }] : [];
  });
  return known.length === named.length ? known : null;
}

/** What follows `-Command`; empty when the rest isn't as this program starts it. */
function commandOf(args: readonly string[]): string {
  const rest = args.filter((argument) => !switches.includes(argument.toLowerCase()));
  const [policy = '', bypass = '', command = '', text = '', ...more] = rest;
  const usual =
    policy.toLowerCase() === '-executionpolicy' &&
    bypass.toLowerCase() === 'bypass' &&
    command.toLowerCase() === '-command' &&
    more.length === 0;
  return usual ? text : '';
}

function parseInput(line: string): Record<string, unknown> | null {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(line.trim() === '' ? '{}' : line));
  } catch {
    return null;
  }
}

function failure(message: string, type: string) {
  return { kind: 'result', ok: false, error: { message, type } };
}
