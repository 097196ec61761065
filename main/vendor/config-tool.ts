import type { ToolReader } from '../../contract/reader';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/register-procedure';
import { AMETHYST_FILE, CXPS_FILE } from './configuration-files';

/** The folder of the process server below the install folder. */
export const processServerFolder = (installFolder: ServerPath): ServerPath =>
  joinServerPath(installFolder, 'home', 'svsystems');

/** Where the vendor's own tools lie on a process server. */
export const toolFolder = (installFolder: ServerPath): ServerPath =>
  joinServerPath(processServerFolder(installFolder), 'bin');

/** The port of the configuration server. */
export const CS_PORT = '443';

/** Host and port of the configuration server for push installation, and the agent's settings. */
const PUSH_FILE = 'pushinstallsvc\\pushinstaller.conf';
const AGENT_FILES = ['agent\\Application Data\\etc\\drscout.conf', 'agent\\transport\\cxps.conf'];
/** In the 32-bit view. */
export const SV_SYSTEMS_KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\SV Systems';

/**
 * The window in which address, port, passphrase and data port of a process server are entered. It
 * takes no settings as arguments. Source: vendor source, cspsconfigtool.
 */
export const configToolCommand = (installFolder: ServerPath) => ({
  file: joinServerPath(toolFolder(installFolder), 'cspsconfigtool.exe'),
  args: [],
  cwd: toolFolder(installFolder),
});

/** The files that it writes. Source: vendor source, confmgr. */
export function configurationFiles(installFolder: ServerPath, hasMasterTarget: boolean) {
  const home = processServerFolder(installFolder);
  return {
    amethyst: joinServerPath(home, AMETHYST_FILE),
    cxps: joinServerPath(home, CXPS_FILE),
    push: joinServerPath(home, PUSH_FILE),
    agent: hasMasterTarget ? AGENT_FILES.map((file) => joinServerPath(installFolder, file)) : [],
  };
}

/**
 * Services that it stops before it writes and starts once the configuration server took the
 * passphrase; those of the master target only where it is. Source: vendor source, cspsconfigtool.
 */
export const configToolServices = [
  'ProcessServerMonitor',
  'ProcessServer',
  'tmansvc',
  'InMage PushInstall',
  'cxprocessserver',
  'svagents',
  'obengine',
  'InMage Scout Application Service',
] as const;

/** It ends with 0 after saving, after Cancel, and when services did not start: files tell more. */
export const configToolReader: ToolReader = {
  judge: ({ code, output, error }) => ({
    problem:
      code === 0
        ? null
        : {
            ...text.toolFailed,
            toolWords: `${output}\n${error}`.split(/\r?\n/).filter((line) => line.trim() !== ''),
            code: String(code),
          },
    facts: {},
    restart: false,
  }),
};
