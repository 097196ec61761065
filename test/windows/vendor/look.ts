import { win32 } from 'node:path';
import type { ServerFacts } from '../../../contract/facts';
import { detect, PLAIN_LOOK } from '../../../main/detection/detect';
import type { ServerHost } from '../../../main/host/ports';
import { createServer } from '../../../main/host/server';
import { host } from '../bed';
import { places } from './places';

export interface Look {
  facts: ServerFacts;
  /** The programs that were started. */
  programs: string[];
  seconds: number;
}

/** Looks once at the server of the end-to-end set-up, as the Overview does. */
export async function lookOnce(): Promise<Look> {
  const programs: string[] = [];
  const system32 = win32.join(places.windows, 'System32');
  const counted: ServerHost = {
    ...host,
    places: {
      ...host.places,
      system32,
      windows: places.windows,
      powershell: win32.join(system32, 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
      programData: places.programData,
      ownFolder: win32.join(places.programData, 'ProcessServerManager'),
    },
    processes: {
      ...host.processes,
      run(spec) {
        programs.push(win32.basename(spec.file));
        return host.processes.run(spec);
      },
    },
  };
  const begun = performance.now();
  const found = await detect(createServer(counted), PLAIN_LOOK);
  const seconds = (performance.now() - begun) / 1000;
  if (!found.ok) throw new Error([found.problem.what, ...found.problem.toolWords].join(' '));
  return { facts: found.value, programs, seconds };
}
