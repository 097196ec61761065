import type { ServiceFact } from '../../contract/facts';
import { numberValue } from '../../contract/registry-value';
import { joinServerPath } from '../../contract/server-path';
import { collect } from './collect';
import type { ServerHost } from './ports';
import type { RegistryTree } from './reg-file';
import type { RegistryReader } from './registry';
import { failureWords } from './tool-failure';

export const SERVICES_KEY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services';
const STATES: Readonly<Record<number, ServiceFact['state']>> = {
  1: 'stopped',
  2: 'starting',
  3: 'stopping',
  4: 'running',
  5: 'starting',
  6: 'paused',
  7: 'paused',
};

/** One service as `sc queryex` tells of it. */
export interface ListedService {
  name: string;
  state: ServiceFact['state'];
  /** Null while it has no process. */
  pid: number | null;
  /** Windows error it ended with; 0 while it runs or after a stop, 1066: it gave one of its own. */
  exitCode: number;
  ownExitCode: number;
}

/** The lines of a service in the order in which sc.exe prints them, by their English names. */
const LINES = [
  'TYPE',
  'STATE',
  'WIN32_EXIT_CODE',
  'SERVICE_EXIT_CODE',
  'CHECKPOINT',
  'WAIT_HINT',
  'PID',
] as const;

/** The name stands at the beginning of a line behind its label, everything else is indented. */
const BLOCK = /^[^\s:[][^\s:]*[ \t]*: ?(\S[^\r\n]*)((?:\r?\n[^\r\n]+)+)/gm;
const VALUE = /^[ \t]+([^\s:(][^:(\r\n]*?)[ \t]*:[ \t]*(\S*)/gm;

/**
 * Names, states, process ids and exit codes as `sc queryex` lists them. Its labels are in the
 * language of Windows: those it does not have in English are told by their place.
 */
export function parseServiceList(text: string): ListedService[] {
  return [...text.matchAll(BLOCK)].flatMap(([, name = '', block = '']) => {
    const values = [...block.matchAll(VALUE)].map(([, label = '', value = '']) => [label, value]);
    if (values.length === 0) return [];
    const byLabel = new Map(values.map(([label = '', value = '']) => [label, value] as const));
    const number = (line: (typeof LINES)[number]) => {
      const value = byLabel.has('STATE') ? byLabel.get(line) : values[LINES.indexOf(line)]?.[1];
      return Number(/^\d+$/.exec(value ?? '')?.[0] ?? 0);
    };
    const pid = number('PID');
    return [
      {
        name: name.trim(),
        state: STATES[number('STATE')] ?? 'unknown',
        pid: pid === 0 ? null : pid,
        exitCode: number('WIN32_EXIT_CODE'),
        ownExitCode: number('SERVICE_EXIT_CODE'),
      },
    ];
  });
}

/**
 * The most that Windows takes for one list (MS-SCMR, REnumServicesStatusEx). The documented default
 * of sc.exe is a few thousand bytes, after which it may break off: "Enum: more data".
 */
const LIST_BYTES = 262_144;

/**
 * Start type from a service's key: `Start` 2 with `DelayedAutostart` 1 is the delayed kind. Values
 * of another type than Windows writes are none to the service manager either.
 */
export function startTypeOf(tree: RegistryTree, name: string): ServiceFact['startType'] {
  const values = tree.get(`${SERVICES_KEY}\\${name}`.toLowerCase());
  switch (numberValue(values, 'start')) {
    case '2':
      return numberValue(values, 'delayedautostart') === '1' ? 'delayed' : 'automatic';
    case '3':
      return 'manual';
    case '4':
      return 'disabled';
    default:
      return 'unknown';
  }
}

/** Names of the services that one depends on, as its key lists them. */
export function dependenciesOf(tree: RegistryTree, name: string): string[] {
  const value = tree.get(`${SERVICES_KEY}\\${name}`.toLowerCase())?.get('dependonservice');
  return value?.type === 'list' ? value.text.split('\n').filter((one) => one !== '') : [];
}

export interface ServiceControl {
  /** @throws {Error} naming the tool, with its words, when the services could not be told */
  list(): Promise<ServiceFact[]>;
}

/**
 * Services through `sc.exe` (state) and the registry (start type). `limitSeconds` is how long
 * sc.exe may take.
 */
export function createServiceControl(
  host: ServerHost,
  registry: RegistryReader,
  limitSeconds = 60,
): ServiceControl {
  return {
    async list() {
      const run = await collect(host.processes, {
        file: joinServerPath(host.places.system32, 'sc.exe'),
        args: ['queryex', 'type=', 'service', 'state=', 'all', 'bufsize=', String(LIST_BYTES)],
        cwd: host.places.system32,
        encoding: 'oem',
        timeoutSeconds: limitSeconds,
      });
      const listed = parseServiceList(run.output);
      // Every Windows has services: none at all is an answer that could not be read.
      if (run.end.kind !== 'exited' || run.end.code !== 0 || listed.length === 0) {
        throw new Error(`sc.exe could not list the services: ${failureWords(run).join(' ')}`);
      }
      const tree = await registry.read('64', SERVICES_KEY);
      return listed.map(({ name, state, pid }) => {
        const startType = startTypeOf(tree, name);
        const dependsOn = dependenciesOf(tree, name);
        return { name, state, pid, startType, ...(dependsOn.length > 0 ? { dependsOn } : {}) };
      });
    },
  };
}
