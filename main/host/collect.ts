import { limitOutput } from './limited-output';
import type { ProcessEnd, ProcessSpec, ToolRunner } from './ports';

export interface Collected {
  end: ProcessEnd;
  output: string;
  error: string;
}

/** Runs a short tool to its end and returns all it printed; of a flood, its beginning and end. */
export async function collect(runner: ToolRunner, spec: ProcessSpec): Promise<Collected> {
  const running = runner.run(spec);
  const text = { output: '', error: '' };
  for await (const chunk of limitOutput(running.output)) text[chunk.stream] += chunk.text;
  return { end: await running.ended, ...text };
}

/** The end of a process in words, for errors and reports. */
export function describeEnd(end: ProcessEnd): string {
  switch (end.kind) {
    case 'exited':
      return `exit code ${end.code}`;
    case 'killed':
      return `ended by signal ${end.signal}`;
    case 'timedOut':
      return `no answer within ${end.seconds} seconds`;
    case 'cancelled':
      return 'cancelled';
    case 'notStarted':
      return `could not be started (${end.code})`;
    case 'lost':
      return 'ended without leaving an exit code';
  }
}
