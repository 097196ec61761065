import { expect, test } from 'vitest';
import type { Explanation } from '../../../contract/explanation';
import type { Console } from '../../../main/psm/console';
import { notAskedFor } from '../../../main/psm/procedure-input';
import { showConditions, showFindings } from '../../../main/psm/show';
import { showExplanation } from '../../../main/psm/show-explanation';
import { showRemains } from '../../../main/psm/show-remains';
import { makeQuestion } from '../../../main/runbooks/question';

/** What people would read. */
function printed(show: (console: Console) => void): string {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  show({ json: false, say, note: say, tell: () => {}, problem: () => {} });
  return lines.join('\n');
}

const explanation: Explanation = {
  lines: [
    {
      text: 'UnifiedSetup.exe /EnvType VMWare /Junk',
      kind: 'setUp',
      meaning: 'Starts set-up.',
      tokens: [
        { text: 'UnifiedSetup.exe', verdict: 'good', meaning: 'The program.', correction: null },
        { text: 'VMWare', verdict: 'corrected', meaning: 'Other case.', correction: 'VMware' },
        { text: '/Junk', verdict: 'refused', meaning: 'Unknown.', correction: null },
      ],
      corrected: 'UnifiedSetup.exe /EnvType VMware',
    },
  ],
  corrected: ['UnifiedSetup.exe /EnvType VMware'],
  answers: { environment: 'vmware' },
  secretsSeen: ['passphrase'],
  remarks: ['The folder is missing.'],
};

test('an explanation shows every line, its pieces with a mark, and what to type instead', () => {
  const page = printed((console) => showExplanation(console, explanation));
  expect(page).toContain('\n    + UnifiedSetup.exe: The program.\n');
  expect(page).toContain('\n    ~ VMWare -> VMware: Other case.\n');
  expect(page).toContain('\n    x /Junk: Unknown.\n');
  expect(page).toContain('\n  Instead: UnifiedSetup.exe /EnvType VMware\n');
  expect(page).toContain('\n  environment: vmware\n');
  expect(page).toContain('\n  passphrase\n');
  expect(page).toMatch(/\n {2}The folder is missing\.$/);
});

test('an explanation has no heading for what it has nothing of', () => {
  const plain = { ...explanation, answers: {}, secretsSeen: [], remarks: [] };
  const page = printed((console) => showExplanation(console, plain));
  expect(page).not.toMatch(/Answers read|Secrets seen|To know/);
});

test('remains show what is there, what is missing and the commands of each way on', () => {
  const page = printed((console) =>
    showRemains(console, {
      there: ['Process server 9.62'],
      missing: ['Master target'],
      waysOn: [
        { kind: 'removeByHand', title: 'Remove it', meaning: 'By hand.', commands: ['msiexec /x'] },
      ],
    }),
  );
  expect(page.split('\n')).toEqual([
    'On the server:',
    '  Process server 9.62',
    'Missing:',
    '  Master target',
    'Ways on:',
    '  Remove it: By hand.',
    '    msiexec /x',
  ]);
});

test('a wrong choice comes with what can be chosen', () => {
  const problems = [{ name: 'row', message: 'Choose one.' }];
  const question = makeQuestion('row', 'row', 'choice', { label: 'Row', hint: '' });
  const choices = [{ value: 'a @ b', label: 'a', hint: 'old' }];
  const page = printed((console) =>
    showConditions(
      console,
      { problems, preconditions: [], plan: null },
      { questions: [{ ...question, choices }] },
    ),
  );
  expect(page).toContain('  row: Choose one.\n    "a @ b": a. old');
});

test('what was found is shown as on the pages, with a mark on what is not good', () => {
  const findings = [
    { label: 'Agent', value: 'no proxy', isGood: null },
    { label: 'ProxySettings', value: 'another one', isGood: false },
  ];
  const sections = [
    { id: 'now', title: 'What is in force', place: 'questions' as const, findings },
    { id: 'empty', title: 'Nothing found', place: 'questions' as const, findings: [] },
  ];
  expect(printed((console) => showFindings(console, { sections }))).toBe(
    'What is in force:\n    Agent: no proxy\n  - ProxySettings: another one',
  );
});

test('a secret that nothing asks for is named, one of the preparation is not', () => {
  const given = ['proxyPassword', 'oldProxyPassword', 'passphrase'];
  const answers = {
    proxyMode: 'custom',
    proxySignIn: 'yes',
    proxyUser: 'svc',
    oldPasswordKnown: 'no',
  };
  expect(notAskedFor({ name: 'proxy', preparedBy: null }, answers, given)).toEqual([
    'oldProxyPassword',
    'passphrase',
  ]);
  expect(notAskedFor({ name: 'set-up', preparedBy: 'prepare' }, {}, ['passphrase'])).toEqual([]);
});
