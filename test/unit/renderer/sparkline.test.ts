import { describe, expect, it } from 'vitest';
import { MEASURES, measured } from '../../../renderer/src/pages/overview/measures';
import { sparklineRuns, summaryOf } from '../../../renderer/src/pages/overview/sparkline-runs';

const START = Date.parse('2026-01-01T10:00:00Z');
const at = (minute: number) => new Date(START + minute * 60_000).toISOString();
const box = { width: 150, height: 24, top: 100 };

describe('the line of the last 15 minutes', () => {
  it('ends with the newest value at the right edge and keeps within the box', () => {
    const values = [
      { at: at(0), value: 0 },
      { at: at(1), value: 100 },
      { at: at(2), value: 250 },
    ];
    expect(sparklineRuns(values, box)).toEqual(['130,22 140,2 150,2']);
  });

  it('leaves out what is older than 15 minutes', () => {
    const values = [
      { at: at(0), value: 50 },
      { at: at(14), value: 50 },
      { at: at(16), value: 50 },
    ];
    expect(sparklineRuns(values, box)).toEqual(['130,12 150,12']);
  });

  it('breaks where nothing was measured and where nobody looked', () => {
    const missing = [
      { at: at(0), value: 50 },
      { at: at(1), value: 50 },
      { at: at(2), value: null },
      { at: at(3), value: 50 },
      { at: at(4), value: 50 },
    ];
    expect(sparklineRuns(missing, box)).toHaveLength(2);
    const gap = [0, 1, 8, 9].map((minute) => ({ at: at(minute), value: 50 }));
    expect(sparklineRuns(gap, box)).toHaveLength(2);
  });

  it('draws a lone value as a dot', () => {
    expect(sparklineRuns([{ at: at(0), value: 0 }], box)).toEqual(['150,22 150,22']);
  });

  it('draws nothing without values, and a flat line when the highest one is 0', () => {
    expect(sparklineRuns([], box)).toEqual([]);
    expect(sparklineRuns([{ at: 'yesterday', value: 5 }], box)).toEqual([]);
    const idle = [0, 1].map((minute) => ({ at: at(minute), value: 0 }));
    expect(sparklineRuns(idle, { ...box, top: 0 })).toEqual(['140,22 150,22']);
  });

  it('knows no newest value when the newest look had none', () => {
    const values = [
      { at: at(0), value: 50 },
      { at: at(1), value: null },
    ];
    expect(summaryOf(values)).toBeNull();
  });
});

describe('the measures of Health', () => {
  const sample = (minute: number, processorPercent: number) => ({
    at: at(minute),
    processorPercent,
    memoryPercent: 40,
    cacheFreePercent: null,
    sentBytesPerSecond: 1_572_864,
  });
  const samples = [sample(0, 60.4), sample(1, 12)];
  const inWords = MEASURES.map((measure) => measured(measure, samples));

  it('tell the newest value and the limits in words', () => {
    expect(inWords[0]).toMatchObject({
      now: '12%',
      words: 'CPU: 12% now, between 12% and 60% in the last 15 minutes',
    });
    expect(inWords[3]?.now).toBe('1.5 MB/s');
  });

  it('have no free cache without a process server', () => {
    expect(inWords[2]?.now).toBeNull();
  });

  it('say nothing of before after a single look', () => {
    const [processor] = MEASURES;
    expect(processor && measured(processor, [sample(0, 7)]).words).toBe('CPU: 7% now');
  });
});
