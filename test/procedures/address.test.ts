import { afterAll, describe, expect, test } from 'vitest';
import { scenarios } from '../../practice';
import { openForFile } from '../support/open-for-file';
import {
  openPracticeApplication,
  type PracticeApplication,
  type PracticeApplicationOptions,
} from '../support/practice-application';
import { applyProcedure, propose, proposePlan, stepOf, takeUp } from '../support/run-procedure';
import { whenStarted } from '../support/when-started';

const open = openForFile();
const more: PracticeApplication[] = [];
afterAll(() => {
  for (const one of more) one.remove();
});

const AMETHYST = 'D:\\ASR\\home\\svsystems\\etc\\amethyst.conf';
const NEW = '10.20.30.51';
const answers = { address: NEW };
const cdpcli = (how: Readonly<Record<string, unknown>>, times = 1) => ({
  tool: 'cdpcli',
  how,
  times,
});

function openNamed(id: string, options: PracticeApplicationOptions = {}, extra = {}) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`No scenario ${id}.`);
  return open({ ...scenario, ...extra }, options);
}

const bytesOf = async ({ practice }: PracticeApplication) =>
  Buffer.from(await practice.files.read(AMETHYST));
const textOf = async (one: PracticeApplication) => (await bytesOf(one)).toString('latin1');

async function running({ application }: PracticeApplication): Promise<number> {
  const facts = await application.procedures.detect();
  if (!facts.ok) throw new Error(facts.problem.what);
  return facts.value.services.filter(
    ({ mustRun, state }) => mustRun !== undefined && state === 'running',
  ).length;
}

describe.concurrent('address', { timeout: 120_000 }, () => {
  test('the new address is written, nothing else is, and port and registration prove it', async () => {
    const one = await openNamed('address-changed');
    const before = await textOf(one);
    const state = await applyProcedure(one.application, 'address', answers);
    expect(state.status).toBe('done');
    expect(await textOf(one)).toBe(before.replace('PS_IP = "10.20.30.41"', `PS_IP = "${NEW}"`));
    expect(await running(one)).toBe(9);
    for (const id of ['data-port', 'register', 'registration']) {
      const { status, checks } = stepOf(state, id);
      expect([id, status]).toEqual([id, 'done']);
      expect(checks.every(({ verdict }) => verdict === 'passed')).toBe(true);
    }
  });

  test('encoding, line ends and comments stay byte for byte', async () => {
    const one = await openNamed('address-changed');
    const odd = Buffer.from(
      '# Caf\xe9\nPS_IP="10.20.30.41"   # here\r\nCX_TYPE = "2"\n\tPS_CS_IP = "10.20.30.40"\n\nX = \xff',
      'latin1',
    );
    await one.practice.files.write(AMETHYST, odd);
    expect((await applyProcedure(one.application, 'address', answers)).status).toBe('done');
    const wanted = odd.toString('latin1').replace('10.20.30.41', NEW);
    expect(await textOf(one)).toBe(wanted);
  });

  test('a mark of UTF-8 before the first line stays, and that line is changed', async () => {
    const one = await openNamed('address-changed');
    const marked = Buffer.from('\ufeffPS_IP = "10.20.30.41"\r\nCX_TYPE = "2"\r\n', 'utf8');
    await one.practice.files.write(AMETHYST, marked);
    expect((await applyProcedure(one.application, 'address', answers)).status).toBe('done');
    const wanted = marked.toString('latin1').replace('10.20.30.41', NEW);
    expect(await textOf(one)).toBe(wanted);
  });

  test('undo stops the services, puts the old value back and starts them', async () => {
    const one = await openNamed('address-changed');
    const before = await bytesOf(one);
    const state = await applyProcedure(one.application, 'address', answers);
    const started = await one.application.operations.undo(state.id);
    if (!started.ok) throw new Error(started.problem.what);
    await started.value.ended;
    expect(one.application.operations.state(state.id).status).toBe('undone');
    expect((await bytesOf(one)).equals(before)).toBe(true);
    expect(await running(one)).toBe(9);
  });

  test('another card is written as Windows calls it, with its number', async () => {
    const one = await openNamed('card-changed');
    const given = { address: '10.20.30.41' };
    const { preconditions } = await propose(one.application, 'address', given);
    expect(preconditions.find(({ id }) => id === 'readable')?.verdict).toBe('warns');
    expect((await applyProcedure(one.application, 'address', given)).status).toBe('done');
    expect(await textOf(one)).toContain('BPM_NTW_DEVICE = "vmxnet3 Ethernet Adapter #2"\r\n');
  });

  test('a second time there is nothing to change, only the proof', async () => {
    const one = await openNamed('address-changed');
    await applyProcedure(one.application, 'address', answers);
    const plan = await proposePlan(one.application, 'address', answers);
    expect(plan.body.steps.map(({ id }) => id)).toEqual([
      'backup-folder',
      'backup',
      'prove',
      'data-port',
      'agent-stop',
      'register',
      'agent-start',
      'registration',
    ]);
    expect((await applyProcedure(one.application, 'address', answers)).status).toBe('done');
  });

  test('what is left over elsewhere is named, and a foreign address refused', async () => {
    const one = await openNamed('address-changed');
    const { preconditions } = await propose(one.application, 'address', answers);
    expect(preconditions.find(({ id }) => id === 'others')?.found).toContain(
      'hosts (ps01.contoso.test)',
    );
    const { problems } = await propose(one.application, 'address', { address: '10.20.30.41' });
    expect(problems.map(({ name }) => name)).toEqual(['address']);
  });

  test('a service that refuses to stop ends it before the file is touched', async () => {
    const one = await openNamed('address-refuses-stop');
    const before = await bytesOf(one);
    const failed = await applyProcedure(one.application, 'address', answers);
    expect(stepOf(failed, 'stop-pushInstall').problem?.code).toBe('1052');
    expect((await bytesOf(one)).equals(before)).toBe(true);
  });

  test('success printed with exit code 1 is a failure, and a retry registers', async () => {
    const output = 'importing certificate ...\r\nRegistration suceeded.\r\n';
    const faults = [cdpcli({ exit: 1, output })];
    const one = await openNamed('address-changed', {}, { faults });
    const failed = await applyProcedure(one.application, 'address', answers);
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'register').problem?.code).toBe('1');
    expect(stepOf(failed, 'data-port').status).toBe('done');
    expect((await takeUp(one.application, failed)).status).toBe('done');
    expect(await running(one)).toBe(9);
  });

  test('a file changed by hand after approval keeps its value, and nothing begins', async () => {
    const one = await openNamed('address-changed');
    const plan = await proposePlan(one.application, 'address', answers);
    const byHand = (await textOf(one)).replace('10.20.30.41', '10.20.30.99');
    await one.practice.files.write(AMETHYST, Buffer.from(byHand, 'latin1'));
    const started = await one.application.procedures.apply('address', answers, plan, {
      planId: plan.id,
      hash: plan.hash,
    });
    expect(started).toMatchObject({ ok: false, value: { problem: { code: 'planChanged' } } });
    expect(await textOf(one)).toBe(byHand);
  });

  test('a file changed by hand while services stop is not written over', async () => {
    const one = await openNamed('address-changed');
    const byHand = (await textOf(one)).replace('10.20.30.41', '10.20.30.99');
    const again = await openPracticeApplication(
      {},
      {
        folder: one.folder,
        around: whenStarted((spec) => {
          if (spec.args[0] === 'stop') {
            void one.practice.files.write(AMETHYST, Buffer.from(byHand, 'latin1'));
          }
        }),
      },
    );
    more.push(again);
    const failed = await applyProcedure(again.application, 'address', answers);
    expect(stepOf(failed, 'change-address').problem?.meaning).toContain('10.20.30.99');
    expect(await textOf(one)).toBe(byHand);
  });

  test('a full disk is a failure in words, and the file stays whole', async () => {
    let isFull = true;
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const one = await openNamed('address-changed', {
      change: (host) => ({
        ...host,
        files: {
          ...host.files,
          write: (path, content) =>
            isFull && path === AMETHYST ? Promise.reject(full) : host.files.write(path, content),
        },
      }),
    });
    const before = await bytesOf(one);
    const failed = await applyProcedure(one.application, 'address', answers);
    expect(stepOf(failed, 'change-address').problem?.code).toBe('ENOSPC');
    expect((await bytesOf(one)).equals(before)).toBe(true);
    isFull = false;
    expect((await takeUp(one.application, failed)).status).toBe('done');
  });

  test('cancelled while services stop, it is taken up, and the file was not touched before', async () => {
    const one = await openNamed('address-changed');
    const before = await bytesOf(one);
    let cancel = () => {};
    const again = await openPracticeApplication(
      {},
      {
        folder: one.folder,
        around: whenStarted((spec) => {
          if (spec.args[0] === 'stop' && spec.args[1] === 'ProcessServer') cancel();
        }),
      },
    );
    more.push(again);
    const { operations } = again.application;
    cancel = () => operations.cancel(operations.current()?.id ?? '');
    const cancelled = await applyProcedure(again.application, 'address', answers);
    expect(cancelled.status).toBe('cancelled');
    expect((await bytesOf(one)).equals(before)).toBe(true);
    cancel = () => {};
    expect((await takeUp(again.application, cancelled)).status).toBe('done');
    expect(await running(one)).toBe(9);
  });

  test('a configuration server on the same server forbids it', async () => {
    const one = await openNamed('address-changed');
    const together = (await textOf(one)).replace('CX_TYPE = "2"', 'CX_TYPE = "3"');
    await one.practice.files.write(AMETHYST, Buffer.from(together, 'latin1'));
    const { plan, preconditions } = await propose(one.application, 'address', answers);
    expect(plan).toBeNull();
    expect(preconditions.find(({ id }) => id === 'alone')?.verdict).toBe('blocks');
  });
});
