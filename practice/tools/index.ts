import type { Tool } from '../runner/tool';
import { cdpcli } from './cdpcli';
import { cmd } from './cmd';
import { csgetfingerprint } from './csgetfingerprint';
import { cspsconfigtool } from './cspsconfigtool';
import { gencert } from './gencert';
import { genpassphrase } from './genpassphrase';
import { icacls } from './icacls';
import { msiexec } from './msiexec';
import { net } from './net';
import { perl } from './perl';
import { powershell } from './powershell';
import { reg } from './reg';
import { renewCerts } from './renew-certs';
import { sc } from './sc';
import { schtasks } from './schtasks';
import { setMarsProxy } from './set-mars-proxy';
import { unifiedSetup } from './unified-setup';
import { unins000 } from './unins000';

/** Every simulated program by its file name in lower case. */
const tools: Readonly<Record<string, Tool>> = {
  'cdpcli.exe': cdpcli,
  'cmd.exe': cmd,
  'csgetfingerprint.exe': csgetfingerprint,
  'cspsconfigtool.exe': cspsconfigtool,
  'gencert.exe': gencert,
  'genpassphrase.exe': genpassphrase,
  'icacls.exe': icacls,
  'msiexec.exe': msiexec,
  'net.exe': net,
  'perl.exe': perl,
  'powershell.exe': powershell,
  'reg.exe': reg,
  'renewcerts.exe': renewCerts,
  'sc.exe': sc,
  'schtasks.exe': schtasks,
  'setmarsproxy.exe': setMarsProxy,
  'unifiedsetup.exe': unifiedSetup,
  'unins000.exe': unins000,
};

/** The program of that name; `.exe` may be left out. */
export function toolNamed(name: string): Tool | undefined {
  const lower = name.toLowerCase();
  return tools[lower] ?? tools[`${lower}.exe`];
}

export const toolNames: readonly string[] = Object.keys(tools);
