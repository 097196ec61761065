import { win32 } from 'node:path';
import { z } from 'zod';
import type { ProcessSpec, RunningProcess } from '../../main/host/ports';
import { stepHostStartSchema } from '../../main/host/step-host-files';
import { host, programFile, programSpec, startHelper, workFolder } from './bed';

const startedSchema = z.object({
  plain: z.number(),
  grandchild: z.number(),
  surviving: z.number(),
  start: stepHostStartSchema,
});

/** Where a step host of the proof keeps its files, and its endpoint. */
export const survivesIn = (name: string) => ({
  folder: win32.join(workFolder('step-host'), name),
  endpoint: `psm-proof-step-${name}-${process.pid}`,
});

/** All a tool printed, and how it ended. */
export async function outcome(running: RunningProcess) {
  let output = '';
  for await (const chunk of running.output) output += chunk.text;
  return { output, end: await running.ended };
}

/**
 * Plays the program in a node.exe of its own: it has a plain tool, which started something itself,
 * and another tool under a step host.
 */
export async function startProgram(name: string) {
  const survives = survivesIn(name);
  const helper = await startHelper(
    'program',
    survives.folder,
    survives.endpoint,
    programFile('tool'),
  );
  const { start, ...ids } = startedSchema.parse(JSON.parse(helper.said));
  return { survives, helper, ...ids, hostPid: start.hostPid };
}

/** Starts the program tool under a step host of this process. */
export function startUnderStepHost(
  name: string,
  args: readonly string[],
  rest: Partial<ProcessSpec> = {},
) {
  const survives = survivesIn(name);
  const spec = programSpec('tool', args, { encoding: 'oem', ...rest, survives });
  return { survives, running: host.processes.run(spec) };
}

/** Ends what is still there of these processes. */
export function endOf(...ids: readonly number[]): void {
  for (const id of ids) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }
}
