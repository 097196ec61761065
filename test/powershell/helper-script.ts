import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { scriptArguments } from '../../main/host/scripts';
import { cleanEnvironment } from '../../scripts/lib/powershell-suite/start.mjs';
import type { Place } from './case';
import { mocks } from './mocks';

const execute = promisify(execFile);

/**
 * Runs a script of test/powershell/mocks by the Windows PowerShell of this computer, whichever is
 * tried: that one has all modules. Returns what it printed; throws when it fails.
 */
export async function runHelper(
  { windowsPowerShell }: Place,
  name: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const { stdout } = await execute(
    windowsPowerShell,
    scriptArguments([join(mocks, `${name}.ps1`)]),
    { env: cleanEnvironment(environment), timeout: 60_000 },
  );
  return stdout.trim();
}
