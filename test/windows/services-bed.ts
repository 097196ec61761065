import assert from 'node:assert/strict';
import { collect } from '../../main/host/collect';
import { becomesTrue, host, programFile, programSpec, runSystemTool } from './bed';

export interface ServiceSpec {
  name: string;
  /** What `service.c` is told on its command line. */
  mode?: string;
  dependsOn?: readonly string[];
  start?: 'demand' | 'auto' | 'disabled';
}

async function tool(name: string, ...args: string[]) {
  const run = await runSystemTool(name, args);
  assert.ok(run.end.kind === 'exited', `${name} ${args.join(' ')}: ${run.end.kind}`);
  return { code: run.end.code, words: `${run.output}${run.error}` };
}

/** Runs one of Wine's own tools, which has to end with 0. */
export async function mustRun(name: string, ...args: string[]): Promise<void> {
  const { code, words } = await tool(name, ...args);
  assert.equal(code, 0, `${name} ${args.join(' ')}: ${words}`);
}

/** The states as the service manager numbers them. */
const STATES = ['', 'stopped', 'starting', 'stopping', 'running'];

/** State and process id, without the code that is proven here; undefined when it is not there. */
export async function lookAt(name: string) {
  const { end, output } = await collect(host.processes, programSpec('state', [name]));
  assert.deepEqual(end, { kind: 'exited', code: 0 });
  if (output === '') return undefined;
  const [state = 0, pid = 0] = output.split(' ').map(Number);
  return { state: STATES[state], pid: pid === 0 ? null : pid };
}

/** Ends what is left of a service, whatever it does, and takes it out of the service manager. */
async function remove(name: string): Promise<void> {
  const found = await lookAt(name);
  if (found === undefined) return;
  try {
    if (found.pid !== null) process.kill(found.pid, 'SIGKILL');
  } catch {
    // Wine's service manager may name a process that is gone.
  }
  await tool('sc.exe', 'delete', name);
  assert.ok(await becomesTrue(async () => (await lookAt(name)) === undefined), `${name} stays`);
}

async function create({ name, mode, dependsOn = [], start = 'demand' }: ServiceSpec) {
  const command = [programFile('service'), ...(mode ? [mode] : [])].join(' ');
  const needs = dependsOn.length > 0 ? ['depend=', dependsOn.join('/')] : [];
  await mustRun('sc.exe', 'create', name, 'binPath=', command, 'start=', start, ...needs);
}

/** Registers services for one case; none is left after it, and none of an earlier run before. */
export async function withServices(
  specs: readonly ServiceSpec[],
  run: () => Promise<void>,
): Promise<void> {
  const names = specs.map(({ name }) => name).reverse();
  for (const name of names) await remove(name);
  try {
    for (const spec of specs) await create(spec);
    await run();
  } finally {
    for (const name of names) await remove(name);
  }
}
