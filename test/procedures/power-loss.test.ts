import { afterAll, describe, expect, test } from 'vitest';
import { runbookNames } from '../../main/runbooks/catalogue';
import { crashBench, takeUpImage, wantedOf } from '../support/crash/matrix';
import { inParts, isCutAt, rowsToCut, thrown } from '../support/crash/records';
import { crashRows } from '../support/crash/rows';

const bench = crashBench();
afterAll(bench.removeAll, 120_000);

test('every procedure is in the matrix', () => {
  expect([...new Set(crashRows.map(({ procedure }) => procedure))].sort()).toEqual(
    [...runbookNames].sort(),
  );
});

/**
 * The disk is copied at a record of the journal, while all goes on: what the copy holds is what a
 * loss of power, or the end of all programs, leaves at that moment. Each copy is taken up.
 */
describe.concurrent('cut off at a record and taken up, it ends as in one go', () => {
  test.each(rowsToCut())('$title', { timeout: 900_000 }, async (row) => {
    const whole = await bench.makeWhole(row, (record, cut) => isCutAt(row, record, cut));
    expect(whole.state.status).toBe('done');
    const wanted = await wantedOf(whole, bench);
    const wrong = await inParts(whole.images, async (image) => {
      const found = await takeUpImage(whole, wanted, image, bench).catch(thrown);
      return found.map((words) => `${image.cut} record ${image.record}: ${words}`);
    });
    expect(whole.images.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
