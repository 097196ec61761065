import { spawnSync } from 'node:child_process';
import { win32 } from 'node:path';

/** What the English servers that set-up wants have, and what is taken where nobody can tell. */
export const USUAL_OEM_CODE_PAGE = 437;

const KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage';

/** The only words in the line are names of Windows' own, the same in every language. */
const OEMCP = /^\s*OEMCP\s+REG_SZ\s+([1-9]\d{1,4})\s*$/m;

/** This program waits for it, the window too. */
const LIMIT_MS = 2_000;

/** The number in what `reg.exe query` printed of the value OEMCP; null when there is none. */
export function readOemCodePage(printed: string): number | null {
  const found = OEMCP.exec(printed)?.[1];
  return found === undefined ? null : Number(found);
}

/**
 * The code page that console tools of this Windows write in (850 on a German server, say). Starts
 * `reg.exe` and waits for it; whatever goes wrong, the usual one is returned.
 */
export function askOemCodePage(
  system32: string,
  environment: Readonly<Record<string, string>>,
): number {
  const { status, stdout } = spawnSync(
    win32.join(system32, 'reg.exe'),
    ['query', KEY, '/v', 'OEMCP', '/reg:64'],
    {
      cwd: system32,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'latin1',
      timeout: LIMIT_MS,
      windowsHide: true,
    },
  );
  return (status === 0 ? readOemCodePage(stdout) : null) ?? USUAL_OEM_CODE_PAGE;
}

/** The same answer every time, asked for when it is first wanted. */
export function askedOnce(ask: () => number): () => number {
  let known: number | null = null;
  return () => {
    known ??= ask();
    return known;
  };
}
