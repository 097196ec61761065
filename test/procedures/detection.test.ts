import { expect, test } from 'vitest';
import { detectOnce } from '../support/detect-once';

/** What a full overview may start; the script that compares clocks starts one more by itself. */
const MOST_PROGRAMS = 12;

test.each(['fresh-vmware', 'already-installed'])(
  'a look at the whole server starts few programs (%s)',
  async (scenario) => {
    const { programs, facts } = await detectOnce(scenario);
    expect(facts.serverName).not.toBe('');
    expect(programs.length).toBeGreaterThan(0);
    expect(programs.length).toBeLessThan(MOST_PROGRAMS);
  },
);

test('every program of a look is one of Windows, by its full path', async () => {
  const { programs } = await detectOnce('already-installed');
  expect(programs.filter((path) => !/^C:\\Windows\\System32\\/i.test(path))).toEqual([]);
});
