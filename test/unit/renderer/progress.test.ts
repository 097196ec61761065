import { describe, expect, it } from 'vitest';
import type { Check, CheckResult } from '../../../contract/check';
import { filterLines } from '../../../renderer/src/components/operation/LogPane';
import {
  fractionOf,
  handOverOf,
  latestFacts,
  perhapsTouchedBy,
  stepInView,
  stepNumber,
  touchedBy,
} from '../../../renderer/src/components/operation/progress';
import { LINES_HELD, mergeLines } from '../../../renderer/src/state/log-lines';
import {
  aboutDuration,
  exactDuration,
  momentText,
  shortDuration,
  size,
} from '../../../renderer/src/text/numbers';
import { restartOf, touchesInWords } from '../../../renderer/src/wizard/plan-words';
import { hasEnded } from '../../../renderer/src/wizard/positions';
import { operationWith, planStep } from './samples';

describe('progress', () => {
  it('says what to do before the restart only where a step hands over for that', () => {
    const operation = operationWith([{ status: 'done' }, {}], { status: 'restartNeeded' });
    expect(handOverOf(operation)).toBeNull();
    const [first] = operation.plan.body.steps;
    if (first)
      operation.plan.body.steps[0] = { ...first, restart: 'yes', reason: 'Install first.' };
    expect(handOverOf(operation)).toBe('Install first.');
  });

  it('counts finished steps and what the running tool told', () => {
    const half = operationWith([{ status: 'done' }, { status: 'running', fraction: 0.5 }]);
    expect(fractionOf(half)).toBeCloseTo(0.75);
  });

  it('is full only when every step is done', () => {
    expect(fractionOf(operationWith([{ status: 'done' }, { status: 'alreadyDone' }]))).toBe(1);
    const almost = operationWith([{ status: 'done' }, { status: 'running', fraction: 1 }]);
    expect(fractionOf(almost)).toBeLessThan(1);
  });

  it('stands at the first step that is not finished', () => {
    const operation = operationWith([{ status: 'done' }, { status: 'failed' }, {}]);
    expect(stepNumber(operation)).toBe(2);
    expect(stepInView(operation)?.number).toBe(2);
  });

  it('tells what finished steps touched, each once, and nothing of the others', () => {
    const operation = operationWith([{ status: 'done' }, { status: 'done' }, { status: 'failed' }]);
    for (const [index, step] of operation.plan.body.steps.entries()) {
      step.touches = { files: ['C:\\same', `C:\\${index}`], registry: [], services: [] };
    }
    expect(touchedBy(operation).files).toEqual(['C:\\same', 'C:\\0', 'C:\\1']);
    expect(perhapsTouchedBy(operation).files).toEqual(['C:\\2']);
  });

  it('does not tell a file as changed that was placed for a while', () => {
    const operation = operationWith([{ status: 'done' }, { status: 'done' }]);
    const [place, stays] = operation.plan.body.steps;
    if (!place || !stays) throw new Error('Two steps are needed.');
    place.action = { kind: 'protectedFolder', path: 'C:\\private', temporary: true };
    place.touches = { files: ['C:\\private'], registry: [], services: [] };
    stays.touches = { files: [], registry: ['HKLM\\A'], services: [] };
    expect(touchedBy(operation)).toEqual({ files: [], registry: ['HKLM\\A'], services: [] });
  });

  it('offers to go on only where somebody can', () => {
    for (const status of ['stopped', 'cancelled'] as const) expect(hasEnded({ status })).toBe(true);
    for (const status of ['failed', 'interrupted'] as const)
      expect(hasEnded({ status })).toBe(false);
  });
});

describe('what still holds at the end', () => {
  const seen = (label: string, found: string): CheckResult => ({
    label,
    verdict: 'passed',
    found,
    needed: found,
    evidence: '',
  });
  const serviceCheck = (label: string, state: 'running' | 'stopped'): Check => ({
    kind: 'serviceIs',
    label,
    service: 'obengine',
    state,
    startTypes: [],
    withinSeconds: 0,
  });

  it('names a service only as it was seen last', () => {
    const operation = operationWith([
      { status: 'done', checks: [seen('obengine is stopped', 'stopped')] },
      { status: 'done', checks: [seen('obengine runs', 'running'), seen('port', 'answers')] },
    ]);
    const [stop, start] = operation.plan.body.steps;
    stop?.checks.push(serviceCheck('obengine is stopped', 'stopped'));
    start?.checks.push(serviceCheck('obengine runs', 'running'));
    expect(latestFacts(operation).map(({ label }) => label)).toEqual(['obengine runs', 'port']);
  });

  it('tells no service as stopped that a step after it, which failed, may have started', () => {
    const operation = operationWith([
      { status: 'done', checks: [seen('obengine is stopped', 'stopped')] },
      { status: 'failed', checks: [seen('version', '9.55')] },
    ]);
    const [stop, install] = operation.plan.body.steps;
    stop?.checks.push(serviceCheck('obengine is stopped', 'stopped'));
    install?.touches.services.push('obengine');
    expect(latestFacts(operation).map(({ label }) => label)).toEqual(['version']);
  });

  it('leaves out what was proven after a step that was taken back', () => {
    const before = { status: 'done' as const, checks: [seen('backup', 'there')] };
    const undone = { status: 'undone' as const, checks: [seen('as before', 'old')] };
    const proof = { status: 'done' as const, checks: [seen('as planned', 'new')] };
    const labels = (...states: Parameters<typeof operationWith>[0]) =>
      latestFacts(operationWith(states)).map(({ label }) => label);
    expect(labels(before, undone, proof)).toEqual(['backup', 'as before']);
    expect(labels(before, proof)).toEqual(['backup', 'as planned']);
  });
});

describe('log lines', () => {
  const line = (seq: number) => ({ seq, stepId: '1', source: 'log' as const, text: `line ${seq}` });
  const seqs = (lines: readonly { seq: number }[]) => lines.map(({ seq }) => seq);

  it('are kept in order and once, whatever order they came in', () => {
    expect(seqs(mergeLines([line(1), line(2)], [line(3)]))).toEqual([1, 2, 3]);
    expect(seqs(mergeLines([line(2), line(3)], [line(1), line(2)]))).toEqual([1, 2, 3]);
  });

  it('are dropped from the front when there are too many', () => {
    const many = Array.from({ length: LINES_HELD }, (_item, index) => line(index));
    const merged = mergeLines(many, [line(LINES_HELD)]);
    expect(merged).toHaveLength(LINES_HELD);
    expect(merged[0]?.seq).toBe(1);
  });

  it('are filtered without regard to case', () => {
    expect(seqs(filterLines([line(1), line(2)], ' LINE 2 '))).toEqual([2]);
    expect(filterLines([line(1)], '')).toHaveLength(1);
  });
});

describe('words for numbers', () => {
  it.each([
    [10, 'less than a minute', 'under 1 min'],
    [60, 'about 1 minute', '1 min'],
    [1400, 'about 23 minutes', '23 min'],
    [7200, 'about 2 hours', '120 min'],
  ])('a usual duration of %i s is %s', (seconds, about, short) => {
    expect(aboutDuration(seconds)).toBe(about);
    expect(shortDuration(seconds)).toBe(short);
  });

  it.each([
    [4.4, '4 s'],
    [130, '2 min 10 s'],
    [120, '2 min'],
    [3720, '1 h 2 min'],
  ])('a measured duration of %d s is %s', (seconds, words) => {
    expect(exactDuration(seconds)).toBe(words);
  });

  it('sizes are in powers of 1,024, as Windows shows them', () => {
    expect(size(0)).toBe('0 bytes');
    expect(size(1536)).toBe('1.5 KB');
    expect(size(600 * 1024 ** 3)).toBe('600 GB');
  });

  it('text that is no date stays as it is', () => {
    expect(momentText('soon')).toBe('soon');
  });
});

describe('words for a plan', () => {
  it('name one thing by the end of its path and count several', () => {
    const touches = { files: ['C:\\a\\b\\c.txt'], registry: ['HKLM\\A', 'HKLM\\B'], services: [] };
    expect(touchesInWords(touches)).toBe('…\\b\\c.txt, 2 registry keys');
    expect(touchesInWords({ files: ['C:\\SRV', 'D:\\ASR'], registry: [], services: [] })).toBe(
      '2 files and folders',
    );
    expect(touchesInWords({ files: [], registry: [], services: [] })).toBe('Nothing');
  });

  it('give the strongest word on a restart', () => {
    const steps = [planStep('1'), planStep('2', { restart: 'maybe' })];
    expect(restartOf({ steps })).toBe('maybe');
    expect(restartOf({ steps: [...steps, planStep('3', { restart: 'yes' })] })).toBe('yes');
    expect(restartOf({ steps: [] })).toBe('no');
  });
});
