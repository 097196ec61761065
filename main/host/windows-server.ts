import { homedir, userInfo } from 'node:os';
import { win32 } from 'node:path';
import { createExecaRunner } from './execa-runner';
import { createNetwork } from './network';
import { askedOnce, askOemCodePage } from './oem-code-page';
import type { ProcessSpec, ServerHost, ServerPlaces, ToolRunner } from './ports';
import { createSurvivingRunner, type StepHostProgram } from './surviving-runner';
import { createWindowsFiles } from './windows-files';

const KEPT_VARIABLES = [
  'SystemRoot',
  'SystemDrive',
  'windir',
  'ComSpec',
  'TEMP',
  'TMP',
  'ProgramData',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'ProgramW6432',
  'CommonProgramFiles',
  'CommonProgramFiles(x86)',
  'CommonProgramW6432',
  'USERPROFILE',
  'USERNAME',
  'USERDOMAIN',
  'COMPUTERNAME',
  'APPDATA',
  'LOCALAPPDATA',
  'PUBLIC',
  'ALLUSERSPROFILE',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
  'OS',
  'PATHEXT',
];

/** Only absolute folders on a drive are believed; the environment of an elevated program may lie. */
export function folderFrom(variable: string, otherwise: string): string {
  const value = process.env[variable] ?? '';
  return /^[A-Za-z]:\\[^"<>|]+$/.test(value) ? value : otherwise;
}

/** Folders of this Windows. */
export function windowsPlaces(scripts: string): ServerPlaces {
  const windows = folderFrom('SystemRoot', 'C:\\Windows');
  const system32 = win32.join(windows, 'System32');
  const programData = folderFrom('ProgramData', 'C:\\ProgramData');
  return {
    windows,
    system32,
    programData,
    programFiles: folderFrom('ProgramFiles', 'C:\\Program Files'),
    downloads: [win32.join(homedir(), 'Downloads'), win32.join(homedir(), 'Desktop')],
    powershell: win32.join(system32, 'WindowsPowerShell\\v1.0\\powershell.exe'),
    temp: folderFrom('TEMP', win32.join(windows, 'Temp')),
    // No blank in it: vendor tools are given paths below it.
    ownFolder: win32.join(programData, 'ProcessServerManager'),
    scripts,
    user: userInfo().username,
  };
}

/** A fixed environment with a search path of Windows' own folders, for every tool. */
export function toolEnvironment(windows: string): Record<string, string> {
  const system32 = win32.join(windows, 'System32');
  const kept = KEPT_VARIABLES.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const path = [
    system32,
    windows,
    win32.join(system32, 'Wbem'),
    win32.join(system32, 'WindowsPowerShell\\v1.0'),
  ];
  return { ...Object.fromEntries(kept), PATH: path.join(';') };
}

/** Starts real programs of this Windows, and reads what they print in its code page. */
export function createWindowsTools(places: Pick<ServerPlaces, 'windows'>): ToolRunner {
  const environment = toolEnvironment(places.windows);
  const oemCodePage = askedOnce(() =>
    askOemCodePage(win32.join(places.windows, 'System32'), environment),
  );
  return createExecaRunner((spec: ProcessSpec) => {
    if (!win32.isAbsolute(spec.file))
      throw new Error(`A program is started by its full path only: ${spec.file}`);
    return {
      file: spec.file,
      args: spec.args,
      cwd: spec.cwd,
      env: { ...environment, ...spec.env },
    };
  }, oemCodePage);
}

const pause = (seconds: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** The ports of the Windows server this program runs on. */
export function createWindowsServer(scripts: string, stepHost: StepHostProgram): ServerHost {
  const places = windowsPlaces(scripts);
  return {
    kind: 'real',
    places,
    processes: createSurvivingRunner(createWindowsTools(places), stepHost),
    files: createWindowsFiles(),
    network: createNetwork(),
    clock: { now: () => new Date(), sleep: pause },
  };
}
