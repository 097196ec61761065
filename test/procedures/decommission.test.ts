import { describe, expect, test } from 'vitest';
import { htmlReport } from '../../main/reports/html-report';
import { scenarios } from '../../practice';
import { setTexts } from '../../practice/world/registry';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import type { PracticeApplication } from '../support/practice-application';
import { applyProcedure, propose, proposePlan, stepOf, takeUp } from '../support/run-procedure';

const openPlain = openForFile();
const open = (scenario: Parameters<typeof openPlain>[0]) => openPlain(scenario, { approves: true });

function openNamed(id: string) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`No scenario ${id}.`);
  return open(scenario);
}

const answers = (more: Readonly<Record<string, string>> = {}) => ({
  csState: 'connected',
  agent: 'only',
  unassigned: 'WIN-PS01',
  failback: 'no',
  ...more,
});

const worldOf = ({ folder }: PracticeApplication) => openWorld(`${folder}/world`);

async function productsOf({ application }: PracticeApplication) {
  const facts = await application.procedures.detect();
  if (!facts.ok) throw new Error(facts.problem.what);
  const { dependencies, processServer, masterTarget, agent } = facts.value.products;
  return { dependencies, processServer, masterTarget, agent };
}

const nothing = { dependencies: null, processServer: null, masterTarget: null, agent: null };

const verdicts = async (one: PracticeApplication, more = {}) => {
  const { preconditions, plan } = await propose(one.application, 'decommission', answers(more));
  const bad = preconditions.filter(({ verdict }) => verdict !== 'passed');
  return {
    isPlanned: plan !== null,
    bad: Object.fromEntries(bad.map(({ id, verdict }) => [id, verdict])),
  };
};

describe.concurrent('decommission', { timeout: 120_000 }, () => {
  test('all parts go in order, the agent by itself, and nothing of them is left', async () => {
    const one = await openNamed('already-installed');
    const ended = await applyProcedure(one.application, 'decommission', answers());
    expect(ended.steps.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(ended.status).toBe('done');
    expect(ended.plan.body.destructive).toBe(true);
    expect(await productsOf(one)).toEqual(nothing);
    expect(stepOf(ended, 'remove-agent').status).toBe('alreadyDone');
    expect(htmlReport(ended, true)).toContain('The portal may list this server until');
    expect(stepOf(ended, 'remove-process-server').facts).toEqual({ unregistered: 'yes' });
    const { services, junctions, removals, processes } = await worldOf(one).read();
    const own = /svagents|InMage|tmansvc|cxprocess|ProcessServer|LogUpload|obengine/;
    expect(services.filter(({ name }) => own.test(name))).toEqual([]);
    expect([junctions, removals, processes]).toEqual([[], [], []]);
    expect(await one.practice.files.stat('C:\\Temp')).toBeNull();
    expect(await one.practice.files.stat('D:\\ASR\\home')).toBeNull();
  });

  test('an agent that the master target did not take is removed at the end', async () => {
    const one = await open({
      installed: {},
      faults: [{ tool: 'msiexec', at: 'agentByItself', how: { exit: 1 }, times: 1 }],
    });
    const ended = await applyProcedure(one.application, 'decommission', answers());
    expect(ended.status).toBe('done');
    expect(stepOf(ended, 'remove-agent').status).toBe('done');
    expect(await productsOf(one)).toEqual(nothing);
  });

  test('1618 is told, and a retry goes through', async () => {
    const one = await openNamed('decommission-busy');
    const failed = await applyProcedure(one.application, 'decommission', answers());
    expect(stepOf(failed, 'remove-master-target').problem).toMatchObject({ code: '1618' });
    expect((await productsOf(one)).masterTarget).not.toBeNull();
    expect((await takeUp(one.application, failed)).status).toBe('done');
    expect(await productsOf(one)).toEqual(nothing);
  });

  test('a file in use that stays with code 0 is no success', async () => {
    const one = await openNamed('decommission-file-in-use');
    const failed = await applyProcedure(one.application, 'decommission', answers());
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'remove-process-server').facts).toMatchObject({
      left: 'D:\\ASR\\home\\svsystems',
    });
    const gone = stepOf(failed, 'gone');
    expect(
      gone.checks.filter(({ verdict }) => verdict === 'failed').map(({ label }) => label),
    ).toEqual(['D:\\ASR\\home\\svsystems is gone']);
    expect(gone.problem?.next).toContain('delete the folder by hand, then retry');
  });

  test('a failed unregistration is read from its own log, not an earlier one, and leads to purging', async () => {
    const one = await openNamed('decommission-not-unregistered');
    const log = 'C:\\ProgramData\\ASRSetupLogs\\CX_UnInstallLogFile.log';
    const earlier =
      'Process Server is successfully unregistered from the Configuration Server.\r\n';
    await one.practice.files.makeFolder('C:\\ProgramData\\ASRSetupLogs');
    await one.practice.files.write(log, Buffer.from(earlier));
    const failed = await applyProcedure(one.application, 'decommission', answers());
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'remove-process-server').facts).toEqual({ unregistered: 'no' });
    expect(stepOf(failed, 'old-log').status).toBe('done');
    const step = stepOf(failed, 'unregistered');
    expect(step.status).toBe('failed');
    expect(step.problem?.next).toContain('purge this server on the configuration server');
    expect(await productsOf(one)).toEqual(nothing);
    const remains = await one.application.remains(failed.id);
    if (!remains.ok) throw new Error(remains.problem.what);
    expect(remains.value.missing).toEqual([]);
    expect(remains.value.waysOn.map(({ kind }) => kind)).toEqual(['retry', 'purge', 'leave']);
  });

  test('an uninstaller that refuses is told, and nothing after it is touched', async () => {
    const one = await open({
      installed: {},
      faults: [{ tool: 'unins000', at: 'processServer', how: { exit: 1 }, times: 1 }],
    });
    const failed = await applyProcedure(one.application, 'decommission', answers());
    expect(stepOf(failed, 'remove-process-server').problem?.what).toBe(
      'The uninstaller refused to begin.',
    );
    expect(await productsOf(one)).toMatchObject({ masterTarget: null, agent: null });
    expect((await productsOf(one)).dependencies).not.toBeNull();
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('a service that refuses to stop makes the removal fail with 1603', async () => {
    const one = await open({ installed: {}, services: { svagents: { stop: 'refuses' } } });
    const failed = await applyProcedure(one.application, 'decommission', answers());
    const { problem } = stepOf(failed, 'remove-master-target');
    expect(problem?.code).toBe('1603');
    expect(problem?.meaning).toContain('did not stop');
    expect((await productsOf(one)).masterTarget).not.toBeNull();
  });

  test('a restart that an uninstaller asks for comes first, then the rest goes on', async () => {
    const one = await open({
      installed: {},
      faults: [{ tool: 'msiexec', at: 'masterTarget', how: { exit: 3010 }, times: 1 }],
    });
    const waits = await applyProcedure(one.application, 'decommission', answers());
    expect(waits.status).toBe('restartNeeded');
    await one.practice.restart();
    const after = await takeUp(one.application, waits);
    // The code said done, the server does not show it.
    expect(stepOf(after, 'remove-master-target').status).toBe('failed');
    expect((await takeUp(one.application, after)).status).toBe('done');
  });

  test('Azure Backup, an unreached configuration server and a wrong name keep it from beginning', async () => {
    const one = await openNamed('decommission-azure-backup');
    const wrong = await propose(one.application, 'decommission', answers({ unassigned: 'PS99' }));
    expect(wrong.problems.map(({ name }) => name)).toEqual(['unassigned', 'agent']);
    expect(await verdicts(one, { agent: 'stays' })).toMatchObject({
      isPlanned: false,
      bad: { agent: 'blocks' },
    });
    expect(await verdicts(one, { agent: 'mayGo' })).toEqual({
      isPlanned: true,
      bad: { agent: 'warns', temporary: 'warns' },
    });
    await worldOf(one).change((world) => {
      world.configurationServer.answers = 'timesOut';
    });
    expect(await verdicts(one, { agent: 'mayGo' })).toMatchObject({
      isPlanned: false,
      bad: { configurationServer: 'blocks' },
    });
    expect(await verdicts(one, { agent: 'mayGo', csState: 'gone' })).toMatchObject({
      isPlanned: true,
      bad: { configurationServer: 'warns' },
    });
  });

  test('a plan that was approved does not begin when a part went by hand since', async () => {
    const one = await openNamed('already-installed');
    const plan = await proposePlan(one.application, 'decommission', answers());
    await worldOf(one).change((world) => {
      for (const key of Object.keys(world.registry)) {
        if (key.includes('275197FC')) delete world.registry[key];
      }
    });
    const approval = { planId: plan.id, hash: plan.hash };
    const started = await one.application.procedures.apply(
      'decommission',
      answers(),
      plan,
      approval,
    );
    expect(started).toMatchObject({ ok: false, value: { problem: { code: 'planChanged' } } });
  });
});

const silent = ['/VERYSILENT', '/SUPPRESSMSGBOXES', '/NORESTART'];
const homeUninstaller = 'D:\\ASR\\home\\svsystems\\unins000.exe';

async function exitOf({ practice }: PracticeApplication, file: string, args: readonly string[]) {
  const running = practice.tools.run({
    file,
    args,
    cwd: 'C:\\Windows\\System32',
    encoding: 'oem',
    timeoutSeconds: 3600,
  });
  const end = await running.ended;
  return end.kind === 'exited' ? end.code : end.kind;
}

describe.concurrent('uninstallers by hand', { timeout: 120_000 }, () => {
  test('refuse out of order, return early, and a power loss leaves what can be gone on with', async () => {
    const one = await openNamed('already-installed');
    expect(await exitOf(one, homeUninstaller, silent)).toBe(1);
    expect(await exitOf(one, 'C:\\thirdparty\\unins000.exe', silent)).toBe(1);
    const remove = ['/x', '{275197FC-14FD-4560-A5EB-38217F80CBD1}', '/qn', '/norestart'];
    expect(await exitOf(one, 'C:\\Windows\\System32\\msiexec.exe', remove)).toBe(0);
    // The agent goes by itself meanwhile, and Windows Installer takes nothing else.
    expect((await productsOf(one)).agent).not.toBeNull();
    const agent = ['/x', '{FFE6D16C-3F87-4192-AF94-DDBEFF165106}', '/qn', '/norestart'];
    expect(await exitOf(one, 'C:\\Windows\\System32\\msiexec.exe', agent)).toBe(1618);
    expect(await exitOf(one, homeUninstaller, silent)).toBe(0);
    expect((await worldOf(one).read()).removals.map(({ part }) => part)).toContain('processServer');
    await one.practice.restart();
    expect((await productsOf(one)).processServer).not.toBeNull();
    const ended = await applyProcedure(one.application, 'decommission', answers());
    expect(ended.status).toBe('done');
    expect(await productsOf(one)).toEqual(nothing);
  });
});

describe.concurrent('leftovers', { timeout: 120_000 }, () => {
  test('only what was chosen goes, and the rest stays', async () => {
    const one = await openNamed('already-installed');
    const early = await propose(one.application, 'leftovers', {});
    expect(early.plan).toBeNull();
    await applyProcedure(one.application, 'decommission', answers());
    const before = await worldOf(one).read();
    expect(before.firewallRules).toEqual(['Open Port 443']);
    const none = await propose(one.application, 'leftovers', {});
    expect(none.problems).toHaveLength(1);
    const chosen = {
      rule443: 'yes',
      folderSetupLogs: 'yes',
      keyRegistration: 'yes',
      certificateRegistration: 'yes',
    };
    const ended = await applyProcedure(one.application, 'leftovers', chosen);
    expect(ended.steps.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(ended.status).toBe('done');
    const { firewallRules, certificates, registry } = await worldOf(one).read();
    expect(firewallRules).toEqual([]);
    expect(certificates.filter(({ store }) => store === 'My')).toEqual([]);
    expect(Object.keys(registry).filter((key) => key.endsWith('InMageMT'))).toEqual([]);
    expect(await one.practice.files.stat('C:\\ProgramData\\ASRSetupLogs')).toBeNull();
    expect(
      await one.practice.files.stat('C:\\Program Files\\Microsoft Azure Recovery Services Agent'),
    ).not.toBeNull();
  });

  test('rules and services of others are neither listed nor touched', async () => {
    const one = await open({ services: {} });
    await worldOf(one).change((world) => {
      world.firewallRules = ['Open Port 8443', 'Open Port 443 for us', 'Open Port 9443'];
    });
    const { plan } = await propose(one.application, 'leftovers', { rule9443: 'yes' });
    expect(plan?.body.steps.map(({ id }) => id)).toEqual([
      'backup-folder',
      'backup',
      'remove-rule9443',
    ]);
    expect(plan?.body.steps.at(-1)?.touches.registry[0]).toMatch(/FirewallRules$/);
    await applyProcedure(one.application, 'leftovers', { rule9443: 'yes' });
    const { firewallRules } = await worldOf(one).read();
    expect(firewallRules).toEqual(['Open Port 8443', 'Open Port 443 for us']);
  });

  test('a junction that leads nowhere is taken away; what the provider uses is not listed', async () => {
    const one = await open({ services: {} });
    const uninstall = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
    await worldOf(one).change((world) => {
      world.junctions = [{ path: 'C:\\ProgramData\\ASR', target: 'D:\\gone' }];
      setTexts(world.registry, 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Azure Site Recovery', {});
      setTexts(world.registry, `${uninstall}\\Provider`, {
        DisplayName: 'Microsoft Azure Site Recovery Provider',
      });
    });
    const refused = await propose(one.application, 'leftovers', { keySiteRecovery: 'yes' });
    expect(refused.problems.map(({ name }) => name)).toEqual(['keySiteRecovery']);
    const ended = await applyProcedure(one.application, 'leftovers', { junction: 'yes' });
    expect(ended.status).toBe('done');
    expect((await worldOf(one).read()).junctions).toEqual([]);
  });
});
