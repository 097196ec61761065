import { describe, expect, test } from 'vitest';
import type { ServerFacts } from '../../../contract/facts';
import { decommissionRunbook } from '../../../main/runbooks/decommission/decommission';
import { leftoversRunbook } from '../../../main/runbooks/decommission/leftovers';
import { factsWith } from '../../support/sample-facts';

const places = {
  system32: 'C:\\Windows\\System32',
  programData: 'C:\\ProgramData',
  ownFolder: 'C:\\ProgramData\\ProcessServerManager',
};
const products = {
  dependencies: '9.55',
  processServer: '9.55',
  masterTarget: '9.55',
  agent: '2.0',
  vmwareTools: null,
};
const removal = {
  uninstallers: {
    processServer: 'E:\\PS\\home\\svsystems\\unins000.exe',
    dependencies: 'C:\\thirdparty\\unins000.exe',
  },
  backupSigns: [],
  configurationServer: { answers: true, said: 'it answers' },
  deletedFolders: ['C:\\thirdparty', 'C:\\Temp'],
  temporaryFiles: ['C:\\Temp\\mine.txt'],
};
const facts = (changes: Partial<ServerFacts> = {}) =>
  factsWith({ products, details: { removal }, ...changes });
const answers = { csState: 'connected', agent: 'only', unassigned: 'win-ps01', failback: 'no' };
const planOf = (given = {}, seen = facts()) =>
  decommissionRunbook.plan({ ...answers, ...given }, seen, places);
const idsOf = (given = {}, seen = facts()) => planOf(given, seen).steps.map(({ id }) => id);
const bad = (given = {}, seen = facts()) =>
  decommissionRunbook
    .preconditions({ ...answers, ...given }, seen)
    .filter(({ verdict }) => verdict === 'blocks')
    .map(({ id }) => id);

describe('plan of a decommissioning', () => {
  test('settings, certificates and keys that the uninstallers delete are kept before', () => {
    const configuration = { ...facts().configuration, installFolder: 'E:\\PS' };
    const { steps } = planOf({}, facts({ configuration }));
    const action = steps.find(({ id }) => id === 'backup')?.action;
    if (action?.kind !== 'backUp') throw new Error('no backup');
    const home = 'E:\\PS\\home\\svsystems';
    expect(action.files).toEqual(
      expect.arrayContaining([
        `${home}\\etc`,
        `${home}\\transport\\cxps.conf`,
        `${home}\\pushinstallsvc\\pushinstaller.conf`,
        'E:\\PS\\agent\\Application Data\\etc\\drscout.conf',
        'C:\\ProgramData\\Microsoft Azure Site Recovery',
      ]),
    );
    const keys = action.registry.map(({ view, key }) => `${view} ${key.split('\\').at(-1)}`);
    expect(keys).toEqual([
      '32 InMage Systems',
      '32 SV Systems',
      '64 Azure Site Recovery Process Server',
      '64 Windows Azure Backup',
    ]);
  });

  test('the order is that of the uninstallers, the agent last', () => {
    expect(idsOf()).toEqual([
      'backup-folder',
      'backup',
      'old-log',
      'installer-free-master-target',
      'remove-master-target',
      'remove-process-server',
      'remove-dependencies',
      'installer-free-agent',
      'remove-agent',
      'gone',
      'unregistered',
    ]);
  });

  test('the uninstaller is the one of the entry, and what goes too is told before', () => {
    const { steps, notes, destructive } = planOf();
    const action = steps.find(({ id }) => id === 'remove-process-server')?.action;
    expect(action).toMatchObject({ file: removal.uninstallers.processServer });
    expect(destructive).toBe(true);
    expect(notes.join(' ')).toContain('C:\\Temp\\mine.txt');
  });

  test('nothing is read about unregistering where the configuration server is gone', () => {
    expect(idsOf({ csState: 'gone' })).not.toContain('unregistered');
    expect(planOf({ csState: 'gone' }).afterwards?.map(({ minutes }) => minutes)).toEqual([0]);
    expect(planOf().afterwards?.[0]).toMatchObject({ minutes: 15 });
  });

  test('only parts that are there are removed; a failback server is to be deleted', () => {
    const image = facts({ products: { ...products, masterTarget: null, agent: null } });
    expect(idsOf({}, image).filter((id) => id.startsWith('remove-'))).toEqual([
      'remove-process-server',
      'remove-dependencies',
    ]);
    expect(planOf({ failback: 'yes' }, image).notes.join(' ')).toContain('delete the machine');
  });
});

describe('what keeps it from beginning', () => {
  test('nothing does on a good server', () => expect(bad()).toEqual([]));

  const none = { dependencies: null, processServer: null, masterTarget: null, agent: null };
  const { configuration } = factsWith();
  test.each<[string, object, Partial<ServerFacts>]>([
    ['agent', { agent: 'stays' }, {}],
    ['installer', {}, { installerBusy: true }],
    ['role', {}, { configuration: { ...configuration, serverType: '3' } }],
    ['installed', {}, { products: { ...none, vmwareTools: null } }],
    [
      'configurationServer',
      {},
      { details: { removal: { ...removal, configurationServer: null } } },
    ],
    ['agent', {}, { details: { removal: { ...removal, backupSigns: ['a vault'] } } }],
    [
      'uninstallers',
      {},
      {
        details: {
          removal: { ...removal, uninstallers: { ...removal.uninstallers, dependencies: null } },
        },
      },
    ],
    // An entry that nobody found: nothing may be started in its place.
    ['uninstallers', {}, { details: { removal: { ...removal, uninstallers: {} } } }],
  ])('%s', (id, given, changes) => expect(bad(given, facts(changes))).toEqual([id]));

  test('signs of Azure Backup are not answered away', () => {
    const seen = facts({ details: { removal: { ...removal, backupSigns: ['a vault'] } } });
    expect(decommissionRunbook.checkAnswers(answers, seen).map(({ name }) => name)).toEqual([
      'agent',
    ]);
  });
});

test('leftovers that are not there can not be chosen', () => {
  const seen = factsWith({ details: { leftovers: [] } });
  const problems = leftoversRunbook.checkAnswers({ rule443: 'yes' }, seen);
  expect(problems.map(({ name }) => name)).toEqual(['rule443']);
});

test('a junction is taken away without a look through it, and proven so', () => {
  const junction = { id: 'junction', kind: 'junction' as const, name: 'C:\\ProgramData\\ASR' };
  const seen = factsWith({ details: { leftovers: [junction] } });
  const { steps } = leftoversRunbook.plan({ junction: 'yes' }, seen, places);
  const removal = steps.find(({ id }) => id === 'remove-junction');
  expect(removal?.action).toMatchObject({ args: ['/d', '/c', 'rmdir', junction.name] });
  expect(removal?.checks.map(({ kind }) => kind)).toEqual(['scriptSays']);
});

test('an agent that nobody answered for yet is not said to end backups', () => {
  const agent = decommissionRunbook
    .preconditions({ ...answers, agent: '' }, facts())
    .find(({ id }) => id === 'agent');
  expect(agent).toMatchObject({ verdict: 'warns' });
  expect(agent?.found).toContain('not answered yet');
});
