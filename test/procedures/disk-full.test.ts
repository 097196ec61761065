import { afterAll, describe, expect, test } from 'vitest';
import { fillAndFinish } from '../support/crash/disk-full';
import { crashBench, wantedOf } from '../support/crash/matrix';
import { fullAt, inParts, rowsToFill, thrown } from '../support/crash/records';

const bench = crashBench();
afterAll(bench.removeAll, 120_000);

describe.concurrent('on a disk that is full it stops, and goes on when there is room', () => {
  test.each(rowsToFill())('$title', { timeout: 900_000 }, async (row) => {
    const whole = await bench.makeWhole(row, () => false);
    expect(whole.state.status).toBe('done');
    const wanted = await wantedOf(whole, bench);
    const records = fullAt(row, whole.records);
    expect(records.length).toBeGreaterThan(0);
    const wrong = await inParts(records, async (record) => {
      const found = await fillAndFinish(whole, wanted, record, bench).catch(thrown);
      return found.map((words) => `full at record ${record}: ${words}`);
    });
    expect(wrong).toEqual([]);
  });
});
