import type { ServiceFact } from '../../contract/facts';
import { joinServerPath } from '../../contract/server-path';
import { collect, describeEnd } from './collect';
import type { ServerHost } from './ports';
import type { RegistryTree } from './reg-file';
import type { Registry } from './registry';

const SERVICES = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services';
const STATES: Readonly<Record<string, ServiceFact['state']>> = {
  '1': 'stopped',
  '2': 'starting',
  '3': 'stopping',
  '4': 'running',
  '7': 'paused',
};

/** Names, states and process ids as `sc queryex` lists them. */
export function parseServiceList(
  text: string,
): { name: string; state: ServiceFact['state']; pid: number | null }[] {
  return text
    .split(/^SERVICE_NAME: /m)
    .slice(1)
    .map((block) => {
      const name = block.slice(0, block.search(/\r?\n/)).trim();
      const state = /^\s*STATE\s*:\s*(\d+)/m.exec(block)?.[1] ?? '';
      const pid = Number(/^\s*PID\s*:\s*(\d+)/m.exec(block)?.[1] ?? 0);
      return { name, state: STATES[state] ?? 'unknown', pid: pid === 0 ? null : pid };
    });
}

/** Start type from a service's key: `Start` 2 with `DelayedAutostart` 1 is the delayed kind. */
export function startTypeOf(tree: RegistryTree, name: string): ServiceFact['startType'] {
  const values = tree.get(`${SERVICES}\\${name}`.toLowerCase());
  switch (values?.get('start')?.text) {
    case '2':
      return values.get('delayedautostart')?.text === '1' ? 'delayed' : 'automatic';
    case '3':
      return 'manual';
    case '4':
      return 'disabled';
    default:
      return 'unknown';
  }
}

export interface ServiceControl {
  list(): Promise<ServiceFact[]>;
}

/** Services through `sc.exe` (state) and the registry (start type). */
export function createServiceControl(host: ServerHost, registry: Registry): ServiceControl {
  return {
    async list() {
      const run = await collect(host.processes, {
        file: joinServerPath(host.places.system32, 'sc.exe'),
        args: ['queryex', 'type=', 'service', 'state=', 'all'],
        cwd: host.places.system32,
        encoding: 'oem',
        timeoutSeconds: 60,
      });
      if (run.end.kind !== 'exited' || run.end.code !== 0) {
        throw new Error(
          `sc.exe could not list the services: ${run.output.trim() || describeEnd(run.end)}`,
        );
      }
      const tree = await registry.read('64', SERVICES);
      return parseServiceList(run.output).map((service) => ({
        ...service,
        startType: startTypeOf(tree, service.name),
      }));
    },
  };
}
