import type { Procedure, Question } from '../../../contract/runbook';

export function question(name: string, rest: Partial<Question> = {}): Question {
  return {
    name,
    section: 'first',
    label: `Label of ${name}`,
    hint: '',
    kind: 'text',
    choices: [],
    required: true,
    onlyWhen: null,
    suggestion: null,
    isAdvanced: false,
    test: null,
    text: null,
    ...rest,
  };
}

const choice = (value: string) => ({ value, label: `Label of ${value}`, hint: '' });

/** One question of every kind, and one that hangs on another that hangs on a third. */
export const sampleProcedure: Procedure = {
  name: 'sample',
  title: 'Try everything',
  introduction: [],
  sections: [
    { id: 'first', title: 'First', place: 'questions', findings: [] },
    { id: 'second', title: 'Second', place: 'withChecks', findings: [] },
  ],
  preparedBy: null,
  questions: [
    question('folder', { hint: 'A folder such as D:\\ASR.' }),
    question('acceptTerms', { section: 'second', kind: 'terms', text: 'Long terms' }),
    question('mode', { kind: 'choice', choices: [choice('direct'), choice('custom')] }),
    question('proxyPort', { kind: 'number', onlyWhen: { name: 'mode', in: ['custom'] } }),
    question('signIn', { kind: 'toggle', onlyWhen: { name: 'mode', in: ['custom'] } }),
    question('user', { onlyWhen: { name: 'signIn', in: ['yes'] } }),
    question('password', { kind: 'secret', onlyWhen: { name: 'signIn', in: ['yes'] } }),
    question('passphrase', { kind: 'secret' }),
  ],
};
