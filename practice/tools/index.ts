import type { Tool } from '../runner/tool';
import { cdpcli } from './cdpcli';
import { csgetfingerprint } from './csgetfingerprint';
import { cspsconfigtool } from './cspsconfigtool';
import { genpassphrase } from './genpassphrase';
import { icacls } from './icacls';
import { net } from './net';
import { perl } from './perl';
import { powershell } from './powershell';
import { reg } from './reg';
import { sc } from './sc';
import { schtasks } from './schtasks';
import { setMarsProxy } from './set-mars-proxy';
import { unifiedSetup } from './unified-setup';

/** Every simulated program by its file name in lower case. */
const tools: Readonly<Record<string, Tool>> = {
  'cdpcli.exe': cdpcli,
  'csgetfingerprint.exe': csgetfingerprint,
  'cspsconfigtool.exe': cspsconfigtool,
  'genpassphrase.exe': genpassphrase,
  'icacls.exe': icacls,
  'net.exe': net,
  'perl.exe': perl,
  'powershell.exe': powershell,
  'reg.exe': reg,
  'sc.exe': sc,
  'schtasks.exe': schtasks,
  'setmarsproxy.exe': setMarsProxy,
  'unifiedsetup.exe': unifiedSetup,
};

/** The program of that name; `.exe` may be left out. */
export function toolNamed(name: string): Tool | undefined {
  const lower = name.toLowerCase();
  return tools[lower] ?? tools[`${lower}.exe`];
}

export const toolNames: readonly string[] = Object.keys(tools);
