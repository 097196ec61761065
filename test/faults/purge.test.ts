import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type PsmBench, psmBenches, stepRuns } from '../support/psm';

const { open, removeAll } = psmBenches();
afterAll(removeAll);

const scenario = {
  addresses: [{ address: '10.20.30.40' }],
  installed: { configurationServer: true },
  registeredServers: [
    { name: 'GONE', address: '10.20.30.43', silentHours: null },
    { name: 'OTHER', address: '10.20.30.43', silentHours: 400 },
  ],
};
const answers = {
  address: '10.20.30.43',
  list: true,
  row: 'GONE (10.20.30.43) @ 0000-00-00 00:00:00',
  gone: true,
};
const worldSchema = z.object({ registeredServers: z.array(z.object({ name: z.string() })) });

function listed(bench: PsmBench): string[] {
  const world = readFileSync(join(bench.folder, 'practice', 'world', 'world.json'), 'utf8');
  return worldSchema.parse(JSON.parse(world)).registeredServers.map(({ name }) => name);
}

describe('a purge that is killed', () => {
  test('is refused without its hash, and gone on with by reading the list first', async () => {
    const bench = open(scenario, '60');
    const refused = await bench.apply('purge', { answers, secrets: {} });
    expect(refused.code).not.toBe(0);
    const hash = /"hash":"([0-9a-f]{64})"/.exec(refused.output)?.[1] ?? '';
    const file = join(bench.folder, 'answers.json');
    const args = ['apply', 'purge', '--approve', hash, '--answers', file];
    const killed = await bench.run(args, { killOn: stepRuns('purge') });
    expect(killed.signal).toBe('SIGKILL');
    expect((await bench.run(['resume'])).code).toBe(0);
    expect(listed(bench)).toEqual(['WIN-PS01', 'OTHER']);
    const failed = bench
      .journals()
      .filter((one) => one.kind === 'stepEnded' && one.status === 'failed');
    expect(failed).toEqual([]);
  });
});
