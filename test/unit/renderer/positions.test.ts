import { describe, expect, it } from 'vitest';
import {
  asksOnChecks,
  effectiveAnswers,
  firstQuestions,
  isPrepared,
  neighbour,
  positionNow,
  stopOfQuestion,
  stopsOf,
} from '../../../renderer/src/wizard/positions';
import { pageOfRunbook, wizardNameOf } from '../../../renderer/src/wizard/procedures';
import { isChanged, problemsOn } from '../../../renderer/src/wizard/question-problems';
import { procedureWith, question, section } from './samples';

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
    for (const status of ['done', 'cancelled', 'stopped', 'undone'] as const) {
      expect(positionNow(stops, 'before', { status })).toBe('result');
    }
  });

  it('never show progress or a result of nothing', () => {
    const stops = stopsOf(procedureWith(proxy), {});
    expect(positionNow(stops, 'progress', null)).toBe('before');
    expect(positionNow(stops, 'section:gone', null)).toBe('before');
  });
});

describe('the place of a section', () => {
  const procedure = procedureWith(
    [
      question('file', { section: 'files' }),
      question('terms', { section: 'terms', kind: 'terms' }),
      question('clock', { section: 'clock', isAdvanced: true }),
    ],
    [
      section('terms', { place: 'afterPreparation' }),
      section('clock', { place: 'withChecks' }),
      section('files'),
    ],
  );

  it('puts its page before or after preparation, or its questions beside the checks', () => {
    expect(stopsOf(procedure, {}).map(({ id }) => id)).toEqual([
      'before',
      'section:files',
      'prepare',
      'section:terms',
      'checks',
      'ready',
      'progress',
      'result',
    ]);
  });

  it('groups only the pages before preparation', () => {
    const grouped = stopsOf(procedure, {}).filter(({ isSection }) => isSection);
    expect(grouped.map(({ id }) => id)).toEqual(['section:files']);
  });

  it('leads from a question to the stop that asks it', () => {
    expect(stopOfQuestion(procedure, 'terms')).toBe('section:terms');
    expect(stopOfQuestion(procedure, 'clock')).toBe('checks');
    expect(stopOfQuestion(procedure, 'gone')).toBeNull();
  });

  it('holds the checks open only for what everybody should see', () => {
    expect(asksOnChecks(procedure, {})).toBe(false);
    const plain = procedure.questions.map((item) => ({ ...item, isAdvanced: false }));
    expect(asksOnChecks({ ...procedure, questions: plain }, {})).toBe(true);
  });

  it('does not ask for a new preparation when only a later answer is missing', () => {
    const missing = (name: string) => ({
      problems: [{ name, message: 'No.' }],
      preconditions: [],
      plan: null,
    });
    expect(isPrepared(procedure, missing('terms'))).toBe(true);
    expect(isPrepared(procedure, missing('file'))).toBe(false);
    expect(isPrepared(procedure, null)).toBe(false);
    const blocked = {
      id: 'package',
      title: 'P',
      verdict: 'blocks' as const,
      found: '',
      needed: '',
      why: '',
      mend: '',
    };
    expect(isPrepared(procedure, { ...missing('terms'), preconditions: [blocked] })).toBe(false);
  });
});

describe('going back to the questions', () => {
  it('leads to the first page of them, or to the beginning when nothing is asked', () => {
    expect(firstQuestions(stopsOf(procedureWith(proxy), {}))).toBe('section:first');
    expect(firstQuestions(stopsOf(procedureWith([]), {}))).toBe('before');
  });
});

describe('the page of a runbook', () => {
  it.each([
    ['set-up', 'setUp', 'set-up'],
    ['prepare', 'setUp', 'set-up'],
    ['download', 'maintain', 'download'],
    ['remove-package', 'maintain', 'remove-package'],
    ['services', 'maintain', 'services'],
  ])('%s is worked on at %s in the wizard %s', (runbook, page, wizard) => {
    expect(pageOfRunbook(runbook)).toBe(page);
    expect(wizardNameOf(runbook)).toBe(wizard);
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

  it('are not solved by terms that were read and refused', () => {
    const questions = [question('terms', { kind: 'terms' })];
    expect(problemsOn(questions, { terms: 'no' }, [], [])).toHaveLength(1);
    expect(problemsOn(questions, { terms: 'yes' }, [], [])).toHaveLength(0);
  });

  it('know a secret by its name alone', () => {
    const questions = [question('passphrase', { kind: 'secret' })];
    expect(problemsOn(questions, {}, [], [])).toHaveLength(1);
    expect(problemsOn(questions, {}, ['passphrase'], [])).toHaveLength(0);
  });
});

describe('a setting that is rarely needed', () => {
  it('is shown at once when it was answered otherwise than suggested', () => {
    const port = question('port', { suggestion: '9443' });
    expect(isChanged(port, {}, [])).toBe(false);
    expect(isChanged(port, { port: '9443' }, [])).toBe(false);
    expect(isChanged(port, { port: '9444' }, [])).toBe(true);
    expect(isChanged(question('path'), { path: '' }, [])).toBe(false);
  });

  it('is shown at once when it is a secret that was entered', () => {
    const secret = question('password', { kind: 'secret' });
    expect(isChanged(secret, {}, [])).toBe(false);
    expect(isChanged(secret, {}, ['password'])).toBe(true);
  });
});
