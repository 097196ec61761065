import type {
  ProcessEnd,
  ProcessSpec,
  RunningProcess,
  ServerHost,
  ServerPlaces,
} from '../../../main/host/ports';

/** Folders of a Windows as it usually is. */
export const windowsPlaces: ServerPlaces = {
  system32: 'C:\\Windows\\System32',
  windows: 'C:\\Windows',
  programData: 'C:\\ProgramData',
  programFiles: 'C:\\Program Files',
  downloads: [],
  powershell: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  temp: 'C:\\Temp',
  ownFolder: 'C:\\ProgramData\\Own',
  scripts: 'C:\\Program Files\\Own\\powershell',
  user: 'SERVER\\Administrator',
};

/** What a tool answers: its exit code or end, and what it prints. */
export interface ToolAnswer {
  end: number | ProcessEnd;
  output?: string;
  error?: string;
}

const unused = (): never => {
  throw new Error('not part of this test');
};

/**
 * A host whose tools answer as told; its clock goes only while somebody waits. `ran` holds the
 * command lines, `files` what lies on the server.
 */
export function toolHost(answer: (tool: string, args: readonly string[]) => ToolAnswer) {
  const ran: string[] = [];
  const files = new Map<string, Uint8Array>();
  let now = Date.parse('2026-11-21T08:00:00Z');
  const run = ({ file, args }: ProcessSpec): RunningProcess => {
    const tool = file.replace(/^.*\\/, '');
    ran.push([tool, ...args].join(' '));
    const { end, output = '', error = '' } = answer(tool, args);
    async function* chunks() {
      yield { stream: 'output' as const, text: output };
      yield { stream: 'error' as const, text: error };
    }
    return {
      output: chunks(),
      ended: Promise.resolve(typeof end === 'number' ? { kind: 'exited', code: end } : end),
      identity: Promise.resolve({ pid: 1, startedAt: null }),
    };
  };
  const read = async (path: string): Promise<Uint8Array> => {
    const content = files.get(path);
    if (!content) throw new Error(`ENOENT: no such file, open '${path}'`);
    return content;
  };
  const host: ServerHost = {
    kind: 'real',
    processes: { run, adopt: unused, leftTool: unused },
    files: {
      read,
      remove: async (path) => void files.delete(path),
      write: unused,
      copy: unused,
      move: unused,
      removeTree: unused,
      removeUnfinished: unused,
      removeEmptyFolder: unused,
      makeFolder: unused,
      list: unused,
      stat: unused,
      sha256: unused,
    },
    network: { probeHttps: unused, probeTcp: unused },
    clock: {
      now: () => new Date(now),
      sleep: async (seconds) => {
        now += seconds * 1000;
      },
    },
    places: windowsPlaces,
  };
  return { host, ran, files };
}

/** One block of `sc queryex`. */
export const queried = (
  name: string,
  state: number,
  rest: { pid?: number; exit?: number; own?: number } = {},
) =>
  [
    '',
    `SERVICE_NAME: ${name} `,
    '        TYPE               : 10  WIN32_OWN_PROCESS  ',
    `        STATE              : ${state}  WHATEVER `,
    `        WIN32_EXIT_CODE    : ${rest.exit ?? 0}  (0x0)`,
    `        SERVICE_EXIT_CODE  : ${rest.own ?? 0}  (0x0)`,
    '        CHECKPOINT         : 0x0',
    '        WAIT_HINT          : 0x0',
    `        PID                : ${rest.pid ?? 0}`,
    '        FLAGS              : ',
    '',
  ].join('\r\n');

/** A failure in the words of sc.exe. */
export const scFailed = (where: string, code: number, words: string): ToolAnswer => ({
  end: code,
  output: `[SC] ${where} FAILED ${code}:\r\n\r\n${words}\r\n\r\n`,
});
