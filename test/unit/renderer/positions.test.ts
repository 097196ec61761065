import { describe, expect, it } from 'vitest';
import {
  effectiveAnswers,
  neighbour,
  positionNow,
  stopsOf,
} from '../../../renderer/src/wizard/positions';
import { problemsOn } from '../../../renderer/src/wizard/question-problems';
import { procedureWith, question } from './samples';

const proxy = [
  question('mode', { kind: 'choice', suggestion: 'direct' }),
  question('address', {
    section: 'second',
    suggestion: '8080',
    onlyWhen: { name: 'mode', in: ['custom'] },
  }),
  question('user', { section: 'second', onlyWhen: { name: 'address', in: ['x'] } }),
];

describe('the answers that are sent', () => {
  it('are what was entered, else what was suggested', () => {
    const procedure = procedureWith(proxy);
    expect(effectiveAnswers(procedure, {})).toEqual({ mode: 'direct' });
    expect(effectiveAnswers(procedure, { mode: 'custom' })).toEqual({
      mode: 'custom',
      address: '8080',
    });
  });

  it('leave out a question behind one that is not asked', () => {
    const answers = { mode: 'direct', address: 'x', user: 'admin' };
    expect(effectiveAnswers(procedureWith(proxy), answers)).toEqual({ mode: 'direct' });
  });

  it('never hold a secret', () => {
    const procedure = procedureWith([question('passphrase', { kind: 'secret' })]);
    expect(effectiveAnswers(procedure, { passphrase: 'Winter-1' })).toEqual({});
  });
});

describe('the stops of a wizard', () => {
  it('leave out a section that asks nothing now', () => {
    const ids = (answers: Record<string, string>) =>
      stopsOf(procedureWith(proxy), answers).map(({ id }) => id);
    expect(ids({})).toEqual([
      'before',
      'section:first',
      'prepare',
      'checks',
      'ready',
      'progress',
      'result',
    ]);
    expect(ids({ mode: 'custom' })).toContain('section:second');
  });

  it('follow each other', () => {
    const stops = stopsOf(procedureWith(proxy), {});
    expect(neighbour(stops, 'before', 1)).toBe('section:first');
    expect(neighbour(stops, 'before', -1)).toBe('before');
  });

  it('are decided by the operation once there is one', () => {
    const stops = stopsOf(procedureWith(proxy), {});
    expect(positionNow(stops, 'ready', null)).toBe('ready');
    for (const status of ['running', 'failed', 'interrupted', 'restartNeeded'] as const) {
      expect(positionNow(stops, 'before', { status })).toBe('progress');
    }
    for (const status of ['done', 'cancelled', 'stopped'] as const) {
      expect(positionNow(stops, 'before', { status })).toBe('result');
    }
  });

  it('never show progress or a result of nothing', () => {
    const stops = stopsOf(procedureWith(proxy), {});
    expect(positionNow(stops, 'progress', null)).toBe('before');
    expect(positionNow(stops, 'section:gone', null)).toBe('before');
  });
});

describe('the problems of a page of questions', () => {
  it('name what is missing, and what main told', () => {
    const questions = [question('a'), question('b'), question('c', { required: false })];
    const told = [{ name: 'b', message: 'No.' }];
    expect(problemsOn(questions, { b: 'x' }, [], told)).toEqual([
      { name: 'a', message: 'This is needed.' },
      { name: 'b', message: 'No.' },
    ]);
  });

  it('know a secret by its name alone', () => {
    const questions = [question('passphrase', { kind: 'secret' })];
    expect(problemsOn(questions, {}, [], [])).toHaveLength(1);
    expect(problemsOn(questions, {}, ['passphrase'], [])).toHaveLength(0);
  });
});
