import { describe, expect, test } from 'vitest';
import type { DefenderFacts } from '../../../contract/details';
import { antivirusRunbook } from '../../../main/runbooks/antivirus/antivirus';
import { driftOf } from '../../../main/runbooks/antivirus/drift';
import {
  antivirusFolders,
  antivirusProducts,
  exclusionCommand,
  isOfSiteRecovery,
} from '../../../main/vendor/antivirus-folders';
import { defenderReader } from '../../../main/vendor/defender';
import { places } from '../../support/form-answers';
import { installedFacts, leftDefender } from '../../support/protection-facts';
import { factsWith } from '../../support/sample-facts';

const server = (changes: Partial<DefenderFacts> | null = {}) =>
  factsWith({
    ...installedFacts,
    details: {
      antivirus: {
        defender: changes === null ? null : { ...leftDefender, ...changes },
        why: changes === null ? 'Provider load failure' : '',
        otherProducts: [],
      },
    },
  });

const given = (action: string) => ({ machine: 'processServer', action });
const planOf = (action: string, facts = server()) =>
  antivirusRunbook.plan(given(action), facts, places);
const conditionOf = (id: string, action: string, facts = server()) =>
  antivirusRunbook.preconditions(given(action), facts).find((one) => one.id === id);

test('what is done for Microsoft Defender is not told as done for another product', () => {
  expect(planOf('add').afterwards).toBeUndefined();
  const facts = server({ active: false, mode: 'Passive Mode' });
  const antivirus = { ...facts.details.antivirus, otherProducts: ['Symantec'] };
  const both = factsWith({
    ...facts,
    details: { antivirus: { defender: null, why: '', ...antivirus } },
  });
  const [other, asleep] = planOf('add', both).afterwards ?? [];
  expect(other?.text).toMatch(/Nothing was changed in Symantec.*D:\\ASR/);
  expect(asleep?.text).toContain('Passive Mode');
});

describe('the list', () => {
  test('names the junction and the folder it leads to, each once', () => {
    expect(antivirusFolders('processServer', 'D:\\ASR').slice(-2)).toEqual([
      'C:\\ProgramData\\Microsoft Azure Site Recovery',
      'D:\\ASR',
    ]);
    expect(antivirusFolders('masterTarget', 'c:\\programdata\\asr\\')).toHaveLength(6);
    expect(antivirusFolders('sourceMachine', 'D:\\Mobility')).toEqual([
      'C:\\ProgramData\\ASR\\agent',
      'D:\\Mobility\\agent',
    ]);
  });

  test('for a machine elsewhere comes as a command that no quote can leave', () => {
    expect(exclusionCommand(["D:\\It's", 'E:\\a'])).toBe(
      "Add-MpPreference -ExclusionPath 'D:\\It''s', 'E:\\a'",
    );
  });
});

describe('what is compared', () => {
  test('takes no account of case and of a backslash at the end', () => {
    const drift = driftOf(antivirusFolders('processServer', 'D:\\ASR'), server());
    expect(drift?.present).toEqual(['C:\\ProgramData\\ASR\\']);
    expect(drift?.missing).toHaveLength(6);
    expect(drift?.additional).toEqual(['E:\\Old\\home\\svsystems']);
  });

  test('counts as left over only what is of Site Recovery', () => {
    expect(isOfSiteRecovery('c:\\programdata\\asr\\agent')).toBe(true);
    expect(isOfSiteRecovery('C:\\ProgramData\\ASRock')).toBe(false);
    expect(isOfSiteRecovery('D:\\home\\svsystems.old')).toBe(false);
    expect(isOfSiteRecovery('C:\\Temp')).toBe(false);
  });

  test('a configuration server on the same machine keeps its own exclusions', () => {
    const provider = 'C:\\Program Files\\Microsoft Azure Site Recovery Provider';
    const facts = server({ paths: [provider] });
    const both = { ...facts, configuration: { ...facts.configuration, serverType: '3' } };
    expect(driftOf(['D:\\ASR'], facts)?.additional).toEqual([provider]);
    expect(driftOf(['D:\\ASR'], both)?.additional).toEqual([]);
  });

  test.each([
    ['could not be asked', null],
    ['hides its exclusions', { hidden: true }],
    ['is not there', { available: false }],
    ['does not run', { mode: 'Not running' }],
  ])('is nothing where Defender %s', (_words, changes) => {
    const facts = server(changes);
    expect(driftOf(['D:\\ASR'], facts)).toBeNull();
    expect(conditionOf('readable', 'show', facts)?.verdict).toBe('blocks');
    expect(conditionOf('drift', 'show', facts)).toBeUndefined();
  });
});

describe('the plan', () => {
  test('adds and removes only what differs, and takes back only that', () => {
    const { steps } = planOf('match');
    expect(steps.map(({ id }) => id)).toEqual(['add', 'remove', 'compare']);
    const [add, remove] = steps;
    if (add?.action.kind !== 'script' || add.undo.kind !== 'action') throw new Error('no script');
    expect(add.action.input.add?.split('\n')).toHaveLength(6);
    expect(add.action.input.remove).toBe('');
    expect(add.undo.action).toMatchObject({ input: { add: '', remove: add.action.input.add } });
    expect(remove?.action).toMatchObject({ input: { remove: 'E:\\Old\\home\\svsystems' } });
  });

  test('that only adds leaves what is left over, and says nothing of it at the end', () => {
    const { steps } = planOf('add');
    expect(steps.map(({ id }) => id)).toEqual(['add', 'compare']);
    expect(steps[1]?.checks).toHaveLength(1);
  });

  test('with nothing to do is the comparison alone', () => {
    const paths = antivirusFolders('processServer', 'D:\\ASR');
    const { steps, notes } = planOf('match', server({ paths }));
    expect(steps.map(({ id }) => id)).toEqual(['compare']);
    expect(notes[0]).toMatch(/Nothing has to be changed/);
  });
});

describe('conditions', () => {
  test.each(['policy', 'tamperProtection'] as const)('changes are blocked by %s', (lockedBy) => {
    const facts = server({ lockedBy });
    const changeable = conditionOf('changeable', 'add', facts);
    expect(changeable?.verdict).toBe('blocks');
    expect(changeable?.mend).toMatch(/ The list: .*C:\\ProgramData\\ASRLogs.*, D:\\ASR$/);
    expect(conditionOf('changeable', 'show', facts)).toBeUndefined();
  });

  test('without a process server here there is a list for elsewhere only', () => {
    const facts = factsWith({ details: server().details });
    expect(conditionOf('installed', 'show', facts)?.verdict).toBe('blocks');
    const elsewhere = { machine: 'masterTarget', folder: 'D:\\MT' };
    expect(antivirusRunbook.checkAnswers(elsewhere, facts)).toEqual([]);
    expect(antivirusRunbook.preconditions(elsewhere, facts)).toEqual([]);
    const plan = antivirusRunbook.plan(elsewhere, facts, places);
    expect(plan.notes[0]).toContain('D:\\MT');
    expect(plan.afterwards?.[0]?.text).toContain('D:\\MT');
  });

  test.each(['', 'D:', 'D:\\', '\\\\server\\share', 'D:\\a\\', 'D:\\a"b', 'D:\\a\nb'])(
    'a folder elsewhere has a drive and a name: %j',
    (folder) => {
      const answers = { machine: 'sourceMachine', folder };
      expect(antivirusRunbook.checkAnswers(answers, server())).toMatchObject([{ name: 'folder' }]);
    },
  );
});

describe('what Defender answered', () => {
  const judge = (failed: { path: string; message: string }[], hidden = false) =>
    defenderReader({ failed, hidden, paths: [] }).problem?.what;

  test('a change that was ignored is told apart from one that was refused', () => {
    expect(judge([{ path: 'D:\\ASR', message: '' }])).toMatch(/ignored it/);
    expect(judge([{ path: 'D:\\ASR', message: 'no permission' }])).toMatch(/^Couldn't change/);
    expect(judge([], true)).toMatch(/^Couldn't prove/);
    expect(judge([])).toBeUndefined();
    expect(defenderReader({}).problem?.what).toMatch(/^Couldn't read/);
  });

  test('other products are known by their services, in any case', () => {
    expect(antivirusProducts(['csfalconservice', 'WinRM', 'McShield'])).toEqual([
      'CrowdStrike Falcon',
      'McAfee VirusScan',
    ]);
  });
});
