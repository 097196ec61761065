import { decideSetup } from '../../../practice/vendor-behaviour/decide-setup';
import type { SetupEnvironment } from '../../../practice/vendor-behaviour/setup-environment';
import { splitCommandLine } from '../../../practice/vendor-behaviour/windows-argv';
import { observedContents } from './observed';

const contents = observedContents();

/** One of the recorded file contents. */
export function content(name: string): Uint8Array {
  const bytes = contents[name];
  if (!bytes) throw new Error(`There is no content "${name}".`);
  return bytes;
}

/** A server with nothing installed, as most recordings had it. */
export function freshServer(changes: Partial<SetupEnvironment> = {}): SetupEnvironment {
  return {
    state: 'none',
    psExists: false,
    drives: new Map([
      ['C:', { type: 'Fixed', fs: 'NTFS', freeGb: 100 }],
      ['D:', { type: 'Fixed', fs: 'NTFS', freeGb: 700 }],
    ]),
    files: new Map([['C:\\in\\Passphrase.txt', content('passphrase-good')]]),
    passphraseOk: true,
    vmwareTools: true,
    cwd: 'C:\\ASRSetup\\Files',
    installed: {
      csIp: '10.20.30.40',
      serverFolder: 'D:\\ASR\\home\\svsystems',
      agentFolder: 'D:\\ASR',
      registeredAgentFolder: 'C:\\ProgramData\\ASR\\agent',
    },
    ...changes,
  };
}

/** Files set-up can find, by path and name of a recorded content. */
export function files(named: Record<string, string>): Map<string, Uint8Array> {
  return new Map(Object.entries(named).map(([path, name]) => [path, content(name)]));
}

/** The arguments of an ordinary installation, to be changed and added to. */
export const ordinary = {
  ServerMode: 'PS',
  InstallLocation: 'D:\\ASR',
  EnvType: 'NonVMWare',
  CSIP: '10.20.30.40',
  PassphraseFilePath: 'C:\\in\\Passphrase.txt',
};

/** What set-up decides about a command line; the program's name is put before it. */
export function decideLine(line: string, environment = freshServer()) {
  return decideSetup(splitCommandLine(`UNIFIEDSETUP.EXE ${line}`), environment);
}

/** What set-up decides about these arguments, with the license accepted first. */
export function decideArguments(
  given: Record<string, string | undefined>,
  environment = freshServer(),
) {
  const args = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : value === 'True' ? [`/${name}`] : [`/${name}`, value],
  );
  return decideSetup(['UNIFIEDSETUP.EXE', '/AcceptThirdpartyEULA', ...args], environment);
}
