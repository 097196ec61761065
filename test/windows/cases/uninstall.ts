import assert from 'node:assert/strict';
import { win32 } from 'node:path';
import type { PlanStep } from '../../../contract/plan';
import { success } from '../../../contract/problem';
import type { ActionContext } from '../../../main/engine/actions/context';
import { perform } from '../../../main/engine/actions/perform';
import { adoptUninstaller } from '../../../main/engine/actions/uninstall';
import { evaluateChecks, evaluateNow } from '../../../main/engine/checks/evaluate';
import { removeStep } from '../../../main/runbooks/decommission/removal-step';
import { readers } from '../../../main/vendor/readers';
import { host, runSystemTool, server } from '../bed';
import type { Case } from '../harness';
import { endOf, outcome, survivesIn } from '../program-and-tools';
import {
  both,
  exited,
  find,
  installed,
  installerCase,
  type Name,
  setUp,
  setUpBoth,
  UNINSTALL,
  UNKNOWN_PRODUCT,
  whileInUse,
} from '../real-installers';

/** The processes of this Windows, as the script for them tells it; there is no PowerShell here. */
const scripts: (typeof server)['scripts'] = {
  ...server.scripts,
  async run(name, _input, schema) {
    assert.equal(name, 'read-activity');
    const { output } = await runSystemTool('tasklist.exe', []);
    const setups = [...output.matchAll(/(\S*(?:unins000|_iu14D2N|_unins)\S*)\D+(\d+)/gi)];
    return success(
      schema.parse({
        setups: setups.map(([, image, pid]) => ({ name: image, pid: Number(pid), session: 1 })),
      }),
    );
  },
};

let count = 0;

/** What the engine has when it is at this step; `lines` fills with what it tells meanwhile. */
function contextOf(step: PlanStep): { context: ActionContext; lines: string[] } {
  count += 1;
  const lines: string[] = [];
  const context: ActionContext = {
    operationId: 'uninstall',
    operationTitle: 'Uninstall',
    server: { ...server, scripts },
    readers,
    step,
    startedAt: new Date(),
    secrets: {},
    signal: new AbortController().signal,
    survives: survivesIn(`uninstall-${count}`),
    write: () => undefined,
    placedAt: () => null,
    putBack: () => Promise.resolve([]),
    seenBefore: () => null,
    line: (_source, line) => lines.push(line),
    milestone: () => undefined,
    toolStarted: () => undefined,
  };
  return { context, lines };
}

/** The step of the decommissioning that removes this part, as it would be planned here. */
async function stepFor(name: Name): Promise<PlanStep> {
  const program = await find(name);
  const uninstaller = program?.uninstallCommand?.file ?? null;
  return removeStep(
    name,
    { uninstaller, takesAgent: false, deletes: [] },
    { system32: host.places.system32 },
  );
}

const proofOf = async (context: ActionContext) =>
  (await evaluateChecks(context.step.checks, context)).map(({ label, verdict }) =>
    verdict === 'passed' ? verdict : `${label}: ${verdict}`,
  );

const passed = ({ checks }: PlanStep) => checks.map(() => 'passed');

/** A step that removes an entry of the case's own with a product that Windows Installer has not. */
async function stepForUnknown(key: string, waitSeconds: number): Promise<PlanStep> {
  const add = (name: string, text: string) =>
    runSystemTool('reg.exe', ['add', key, '/v', name, '/d', text, '/f', '/reg:64']);
  await add('DisplayName', 'PSM unknown');
  const step = await stepFor('agent');
  assert.ok(step.action.kind === 'uninstall');
  const args = step.action.args.map((one) => (one.startsWith('{') ? UNKNOWN_PRODUCT : one));
  return { ...step, action: { ...step.action, args, displayName: 'PSM unknown', waitSeconds } };
}

const uninstallCase = (
  name: string,
  packages: readonly Name[],
  run: () => Promise<void>,
): Case => ({
  ...installerCase(`uninstall: ${name}`, packages, run),
  limitSeconds: 180,
});

const innoCases: Case[] = [
  uninstallCase('two real Inno Setup packages, in the order that they enforce', both, async () => {
    await setUpBoth();
    for (const name of ['processServer', 'dependencies'] as const) {
      const step = await stepFor(name);
      const { context } = contextOf(step);
      const facts = name === 'processServer' ? { unregistered: 'no' } : {};
      assert.deepEqual(
        await evaluateNow(step.skipWhen, context).then(([first]) => first?.verdict),
        'failed',
      );
      assert.deepEqual(await perform(context), { kind: 'done', facts, restart: false });
      assert.deepEqual(await proofOf(context), passed(step));
      assert.equal(await find(name), undefined);
      // Done once more, there is nothing to do, and nothing is started.
      assert.deepEqual(await perform(context), { kind: 'done', facts: {}, restart: false });
    }
  }),
  uninstallCase(
    'an uninstaller whose guard aborts is a refusal, and nothing went',
    both,
    async () => {
      await setUpBoth();
      const step = await stepFor('dependencies');
      const { context } = contextOf(step);
      const ended = await perform(context);
      assert.ok(ended.kind === 'failed');
      assert.equal(ended.problem.code, '1');
      assert.equal(ended.problem.what, 'The uninstaller refused to begin.');
      const verdicts = (await evaluateNow(step.checks, context)).map(({ verdict }) => verdict);
      assert.deepEqual(verdicts, ['failed', 'passed', 'failed']);
      await installed('dependencies');
    },
  ),
  uninstallCase('a file in use stays with code 0, and is told', ['processServer'], async () => {
    assert.deepEqual(await setUp('processServer'), exited(0));
    const folder = (await installed('processServer')).installFolder ?? '';
    const step = await stepFor('processServer');
    const { context, lines } = contextOf(step);
    await whileInUse(win32.join(folder, 'bin', 'service.exe'), async () => {
      assert.deepEqual(await perform(context), {
        kind: 'done',
        facts: { unregistered: 'no', left: folder },
        restart: false,
      });
      assert.match(lines.join(' '), /may have been in use/);
      assert.deepEqual(await proofOf(context), passed(step));
      assert.notEqual(await host.files.stat(folder), null);
    });
  }),
  uninstallCase(
    'an uninstaller that had returned before is adopted',
    ['processServer'],
    async () => {
      assert.deepEqual(await setUp('processServer'), exited(0));
      const step = await stepFor('processServer');
      const { action } = step;
      assert.ok(action.kind === 'uninstall');
      const { context } = contextOf(step);
      // The program that started it is gone by then: only the step host's files tell.
      const running = host.processes.run({
        ...action,
        encoding: 'oem',
        survives: context.survives,
      });
      assert.deepEqual((await outcome(running)).end, exited(0));
      assert.deepEqual(await perform(context, (given) => adoptUninstaller(action, given)), {
        kind: 'done',
        facts: { unregistered: 'no' },
        restart: false,
      });
      assert.deepEqual(await proofOf(context), passed(step));
    },
  ),
  uninstallCase(
    'one that is at work is adopted, and one that was killed is told as lost',
    ['processServer'],
    async () => {
      assert.deepEqual(await setUp('processServer'), exited(0));
      const step = await stepFor('processServer');
      const { action } = step;
      assert.ok(action.kind === 'uninstall');
      const first = contextOf(step).context;
      const running = host.processes.run({ ...action, encoding: 'oem', survives: first.survives });
      const { pid } = await running.identity;
      const adopted = await perform(first, (given) => adoptUninstaller(action, given));
      assert.equal(adopted.kind, 'done');
      await outcome(running);
      endOf(...(pid === null ? [] : [pid]));
      assert.deepEqual(await proofOf(first), passed(step));
      const never = contextOf(step).context;
      const lost = await perform(never, (given) => adoptUninstaller(action, given));
      assert.ok(lost.kind === 'failed');
      assert.equal(lost.problem.code, 'toolLost');
    },
  ),
];

const msiCases: Case[] = [
  ...(['agent', 'masterTarget'] as const).map((name) =>
    uninstallCase(`a real package of Windows Installer: ${name}`, [name], async () => {
      assert.deepEqual(await setUp(name), exited(0));
      const step = await stepFor(name);
      const { context } = contextOf(step);
      assert.deepEqual(await perform(context), { kind: 'done', facts: {}, restart: false });
      assert.deepEqual(await proofOf(context), passed(step));
      assert.equal(await find(name), undefined);
    }),
  ),
  uninstallCase('1605 while the entry goes by itself is done', ['agent'], async () => {
    const key = `${UNINSTALL}\\PSM unknown`;
    const step = await stepForUnknown(key, 60);
    const { context } = contextOf(step);
    const removed = host.clock
      .sleep(3)
      .then(() => runSystemTool('reg.exe', ['delete', key, '/f', '/reg:64']));
    assert.deepEqual(await perform(context), { kind: 'done', facts: {}, restart: false });
    await removed;
  }),
  uninstallCase('1605 of an entry that stays is no success', ['agent'], async () => {
    const key = `${UNINSTALL}\\PSM unknown`;
    const step = await stepForUnknown(key, 2);
    const { context } = contextOf(step);
    try {
      const ended = await perform(context);
      assert.ok(ended.kind === 'failed');
      assert.match(ended.problem.what, /^Couldn't see PSM unknown gone/);
      assert.deepEqual(ended.problem.toolWords, [key.toLowerCase()]);
    } finally {
      await runSystemTool('reg.exe', ['delete', key, '/f', '/reg:64']);
    }
  }),
];

/** What the step of a decommissioning does, over real uninstallers. */
export const uninstallCases: Case[] = [...innoCases, ...msiCases];
