import { expect, test } from 'vitest';
import type { ServerFacts } from '../../../contract/facts';
import { remainsSchema } from '../../../contract/remains';
import { remainsOfSetUp } from '../../../main/runbooks/set-up/remains';
import { standAloneServices } from '../../../main/vendor/services';
import { factsWith } from '../../support/sample-facts';
import { operationWith } from '../renderer/samples';

const fresh: ServerFacts = factsWith();

const failed = operationWith([{ status: 'done' }, { status: 'failed' }], { status: 'failed' });
const configuration = {
  csAddress: '10.20.30.40',
  csPort: '443',
  dataPort: '9555',
  installFolder: 'E:\\Server',
  proxyType: 'Bypass',
  serverType: '2',
  isGalleryImage: false,
};
const version = '9.55.6765.1';
const allParts = {
  dependencies: version,
  processServer: version,
  masterTarget: version,
  agent: '2.0.9249.0',
  vmwareTools: null,
};
const running = standAloneServices.map(({ name }) => ({
  name,
  state: 'running' as const,
  startType: 'automatic' as const,
  pid: 1,
}));

const partial = (): ServerFacts => ({
  ...fresh,
  products: { ...allParts, masterTarget: null, agent: null },
  configuration,
  services: running
    .slice(0, 6)
    .map((one) => (one.name === 'tmansvc' ? { ...one, state: 'stopped' } : one)),
});
const complete = (): ServerFacts => ({
  ...fresh,
  products: allParts,
  configuration,
  services: running,
  registration: { registered: true, thumbprint: 'AB', validUntil: '2027-01-01' },
});

const wayOf = (facts: ServerFacts, kind: string, state = failed) =>
  remainsOfSetUp(facts, state).waysOn.find((way) => way.kind === kind);

test('on a server with nothing, nothing is there and nothing is to be removed', () => {
  const remains = remainsSchema.parse(remainsOfSetUp(fresh, failed));
  expect(remains.there).toEqual([]);
  expect(remains.missing).toHaveLength(5);
  expect(remains.waysOn.map(({ kind }) => kind)).toEqual(['retry', 'changeAnswers', 'leave']);
});

test('half of a server is told part by part', () => {
  const { there, missing } = remainsOfSetUp(partial(), failed);
  expect(there).toContain(`Dependencies ${version}`);
  expect(there).toContain('Service cxprocessserver: running');
  expect(there).not.toContain('Service tmansvc: running');
  expect(missing).toEqual([
    'Master target: not installed',
    'Microsoft Azure Recovery Services Agent: not installed',
    'Registration: this server is not registered',
    'Service tmansvc: stopped',
  ]);
});

test('a service that is not there although its part is, is missing', () => {
  const facts = { ...partial(), services: [] };
  expect(remainsOfSetUp(facts, failed).missing).toContain('Service tmansvc: not there');
});

test('a retry says what it takes over and what it goes on with', () => {
  const meaning = wayOf(partial(), 'retry')?.meaning ?? '';
  expect(meaning).toContain('Master target, Microsoft Azure Recovery Services Agent');
  for (const kept of ['10.20.30.40', 'E:\\Server', '9555']) expect(meaning).toContain(kept);
  expect(wayOf(fresh, 'retry')?.meaning).not.toContain('takes over');
});

test('a retry with a package of another version is said to be refused', () => {
  const prepared = {
    folder: 'C:\\ProgramData\\ProcessServerManager\\packages\\1',
    source: 'C:\\x.exe',
    sha256: 'a',
    signer: 'CN=x',
    version: '9.61.7000.1',
    complete: true,
    unchanged: true,
    terms: null,
  };
  expect(wayOf({ ...partial(), prepared }, 'retry')?.meaning).toContain('of another version');
  const same = { ...prepared, version };
  const remains = remainsOfSetUp({ ...partial(), prepared: same }, failed);
  expect(remains.waysOn[0]?.meaning).not.toContain('of another version');
  expect(remains.there).toContain(`Prepared set-up file ${version} in ${prepared.folder}`);
});

test('a retry waits for a restart and for another set-up', () => {
  const facts = {
    ...partial(),
    pendingRestart: true,
    runningSetups: [{ name: 'UnifiedSetup', pid: 4, session: 2 }],
  };
  expect(wayOf(facts, 'retry')?.meaning).toContain('First restart Windows');
  expect(wayOf(facts, 'retry')?.meaning).toContain('UnifiedSetup (session 2)');
});

test('removing by hand names exactly the parts that are there, in the order of the uninstallers', () => {
  expect(wayOf(complete(), 'removeByHand')?.commands).toEqual([
    'start /wait "" msiexec.exe /x {275197FC-14FD-4560-A5EB-38217F80CBD1} /qn /norestart /L*V "C:\\ProgramData\\ASRSetupLogs\\UnifiedAgentMSIUninstall.log"',
    'start /wait "" msiexec.exe /x {FFE6D16C-3F87-4192-AF94-DDBEFF165106} /qn /norestart /L*V "C:\\ProgramData\\ASRSetupLogs\\MARSUninstall.log"',
    'start /wait "" "E:\\Server\\home\\svsystems\\unins000.exe" /VERYSILENT /SUPPRESSMSGBOXES /NORESTART',
    'start /wait "" "C:\\thirdparty\\unins000.exe" /VERYSILENT /SUPPRESSMSGBOXES /NORESTART',
  ]);
  expect(wayOf(partial(), 'removeByHand')?.commands).toHaveLength(2);
});

test('removing by hand warns of what is lost with it', () => {
  const meaning = wayOf(complete(), 'removeByHand')?.meaning ?? '';
  expect(meaning).toContain('Azure Backup');
  expect(meaning).toContain('C:\\Temp');
  expect(meaning).toContain('wait two minutes');
  expect(wayOf(partial(), 'removeByHand')?.meaning).not.toContain('Azure Backup');
});

test('a complete server is not offered other answers', () => {
  const kinds = remainsOfSetUp(complete(), failed).waysOn.map(({ kind }) => kind);
  expect(kinds).toEqual(['retry', 'removeByHand', 'leave']);
  expect(remainsOfSetUp(complete(), failed).missing).toEqual([]);
});

test('undo is offered only for what this operation made itself', () => {
  const [first, ...rest] = failed.plan.body.steps;
  if (!first) throw new Error('The sample has steps.');
  const undo = {
    kind: 'action' as const,
    how: 'the old port is written again',
    action: { kind: 'prove' as const },
    checks: [],
  };
  const body = { ...failed.plan.body, steps: [{ ...first, undo }, ...rest] };
  const steps = failed.steps.map((one) => ({ ...one, hasMade: one.id === first.id }));
  const state = { ...failed, steps, plan: { ...failed.plan, body } };
  expect(wayOf(fresh, 'undo', state)?.meaning).toContain('the old port is written again');
  expect(wayOf(fresh, 'undo', { ...state, steps: failed.steps })).toBeUndefined();
  expect(wayOf(fresh, 'retry', { ...state, isUndoing: true })).toBeUndefined();
  expect(wayOf(fresh, 'undo')).toBeUndefined();
});

test('temporary files that are left behind are named', () => {
  const path = 'C:\\ProgramData\\ProcessServerManager\\work\\Passphrase.txt';
  const state = { ...failed, leftBehind: [path] };
  expect(remainsOfSetUp(fresh, state).there).toEqual([`Temporary: ${path}`]);
  expect(wayOf(fresh, 'leave', state)?.meaning).toContain('delete them');
});

test('an install folder that is written down nowhere comes from the plan', () => {
  const facts = { ...partial(), configuration: { ...configuration, installFolder: null } };
  expect(wayOf(facts, 'removeByHand')?.commands[0]).toContain('<install folder>');
  const [first, ...rest] = failed.plan.body.steps;
  if (!first) throw new Error('The sample has steps.');
  const action = {
    kind: 'run' as const,
    file: 'x.exe',
    args: ['/InstallLocation', 'D:\\ASR'],
    cwd: 'C:\\',
    timeoutSeconds: 1,
    survives: false,
    reader: 'unifiedSetup',
    log: null,
  };
  const body = { ...failed.plan.body, steps: [{ ...first, action }, ...rest] };
  const state = { ...failed, plan: { ...failed.plan, body } };
  expect(wayOf(facts, 'removeByHand', state)?.commands[0]).toContain('"D:\\ASR\\home\\svsystems');
});
