import { expect } from 'vitest';
import { type PsmBench, type RunOptions, stepRuns } from './psm';

/**
 * Kills a procedure at the beginning of a step, goes on with it as an admin does, and sees to it that
 * it comes to its end.
 */
export async function killAndFinish(
  bench: PsmBench,
  procedure: string,
  step: string,
  options: Pick<RunOptions, 'secrets'> & { answers: Record<string, unknown>; approve?: string },
): Promise<void> {
  const { secrets = {} } = options;
  const killed = await bench.apply(procedure, { ...options, secrets, killOn: stepRuns(step) });
  expect(killed.signal).toBe('SIGKILL');
  expect((await bench.run(['resume'], { secrets })).code).toBe(0);
  expect((await bench.run(['status'])).output).toContain('"operation":null');
}
