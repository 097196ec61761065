import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../main/application/snapshot';
import { INMAGE_KEY } from '../../main/vendor/products';
import { openWorld } from '../../practice/world/store';
import { keepBackup } from '../support/keep-backup';
import { openForFile } from '../support/open-for-file';
import { openPracticeApplication, type PracticeApplication } from '../support/practice-application';
import { applyProcedure, propose, proposePlan, stepOf, takeUp } from '../support/run-procedure';

const open = openForFile();

const AMETHYST = 'D:\\ASR\\home\\svsystems\\etc\\amethyst.conf';
const OTHER = 'D:\\ASR\\other.conf';
const NEW_FILE = 'D:\\ASR\\home\\svsystems\\etc\\came-since.conf';
const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso';
const NEW_KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso new';

const answers = (backup: string, more: Readonly<Record<string, string>> = {}) => ({
  action: 'restore',
  backup,
  extras: 'keep',
  services: 'no',
  ...more,
});

const worldOf = ({ folder }: PracticeApplication) => openWorld(join(folder, 'world'));
const registryOf = async (one: PracticeApplication) => (await worldOf(one).read()).registry;

const bytes = (text: string) => new TextEncoder().encode(text);

/** A working server with a backup, and with much of it changed since. */
async function changedSince(scenario: Readonly<Record<string, unknown>> = {}) {
  const one = await open({ installed: {}, ...scenario });
  const { files } = one.application.server;
  await worldOf(one).change(({ registry }) => {
    registry[KEY] = {
      Address: { type: 'REG_SZ', data: 'C:\\a "b"' },
      Number: { type: 'REG_DWORD', data: 4_294_967_295 },
      Wide: { type: 'REG_QWORD', data: '18446744073709551615' },
      List: { type: 'REG_MULTI_SZ', data: ['one', 'zwei ü'] },
      Path: { type: 'REG_EXPAND_SZ', data: '%SystemRoot%\\x' },
      Bytes: { type: 'REG_BINARY', data: 'ab'.repeat(80) },
    };
  });
  const before = (await registryOf(one))[KEY];
  const original = await files.read(AMETHYST);
  await files.write(OTHER, bytes('kept'));
  const backup = await keepBackup(one.application, {
    files: [AMETHYST, NEW_FILE, OTHER],
    registry: [
      { view: '64', key: KEY },
      { view: '64', key: NEW_KEY },
    ],
  });
  await files.write(AMETHYST, bytes('PS_CS_IP = "1.2.3.4"'));
  await files.write(NEW_FILE, bytes('new'));
  await files.write(OTHER, bytes('other'));
  await worldOf(one).change(({ registry }) => {
    registry[KEY] = {
      Address: { type: 'REG_SZ', data: 'other' },
      Since: { type: 'REG_SZ', data: 'x' },
    };
    registry[`${KEY}\\Below`] = {};
    registry[NEW_KEY] = { A: { type: 'REG_SZ', data: 'x' } };
  });
  return { one, backup, before, original };
}

const running = async ({ application }: PracticeApplication) => {
  const facts = await application.procedures.detect();
  if (!facts.ok) throw new Error(facts.problem.what);
  return facts.value.services.filter(({ state }) => state === 'running').map(({ name }) => name);
};

describe.concurrent('restoring a backup', { timeout: 120_000 }, () => {
  test('puts back files and keys, leaves what came since, and starts the services again', async () => {
    const { one, backup, before, original } = await changedSince();
    const ran = await running(one);
    const given = answers(backup, { services: 'yes' });
    const ended = await applyProcedure(one.application, 'restore', given);
    expect(ended.status).toBe('done');
    const { files } = one.application.server;
    expect(Buffer.from(await files.read(AMETHYST))).toEqual(Buffer.from(original));
    expect(await files.stat(NEW_FILE)).not.toBeNull();
    const registry = await registryOf(one);
    expect(registry[KEY]).toEqual({ ...before, Since: { type: 'REG_SZ', data: 'x' } });
    expect(registry[NEW_KEY]).toBeDefined();
    expect(await running(one)).toEqual(ran);
    expect(stepOf(ended, 'stop-svagents').status).toBe('done');
    expect(stepOf(ended, 'prove').checks.every(({ verdict }) => verdict === 'passed')).toBe(true);
  });

  test('removes what came since only when chosen, and only after the approval', async () => {
    const { one, backup, before } = await changedSince();
    const given = answers(backup, { extras: 'remove' });
    const plan = await proposePlan(one.application, 'restore', given);
    expect(plan.body.destructive).toBe(true);
    const { operations } = one.application;
    const started = await operations.withLock('Restore', (lock) =>
      operations.start(plan, { planId: plan.id, hash: plan.hash }, given, {}, lock),
    );
    if (!started.ok) throw new Error(started.problem.what);
    expect(await started.value.ended).toBe('done');
    const registry = await registryOf(one);
    expect(registry[KEY]).toEqual(before);
    expect(registry[`${KEY}\\Below`]).toBeUndefined();
    expect(registry[NEW_KEY]).toBeUndefined();
    expect(await one.application.server.files.stat(NEW_FILE)).toBeNull();
  });

  test('keeps the present state first, so that it can be taken back itself', async () => {
    const { one, backup } = await changedSince();
    const ended = await applyProcedure(one.application, 'restore', answers(backup));
    const back = await applyProcedure(one.application, 'restore', answers(ended.id));
    expect(back.status).toBe('done');
    const text = await one.application.server.readText(AMETHYST);
    expect(text).toBe('PS_CS_IP = "1.2.3.4"');
  });

  test('a backup that nothing differs from is not restored', async () => {
    const { one, backup } = await changedSince();
    await applyProcedure(one.application, 'restore', answers(backup));
    const { plan, preconditions } = await propose(one.application, 'restore', answers(backup));
    expect(plan).toBeNull();
    expect(preconditions.find(({ id }) => id === 'differs')?.verdict).toBe('blocks');
  });

  test('a damaged copy is told and never put back', async () => {
    const { one, backup } = await changedSince();
    const { files, places } = one.application.server;
    await files.write(`${places.ownFolder}\\backups\\${backup}\\file-1`, bytes('damaged'));
    const { preconditions } = await propose(one.application, 'restore', answers(backup));
    const whole = preconditions.find(({ id }) => id === 'whole');
    expect(whole).toMatchObject({ verdict: 'warns', found: expect.stringContaining(AMETHYST) });
    const ended = await applyProcedure(one.application, 'restore', answers(backup));
    expect(ended.status).toBe('done');
    expect(await one.application.server.readText(AMETHYST)).toBe('PS_CS_IP = "1.2.3.4"');
  });

  test.each([
    ['another target', { files: [{ path: 'C:\\Windows\\..\\x', keptAs: null }] }],
    ['another source', { files: [{ path: OTHER, keptAs: 'C:\\Users\\x' }] }],
    ['a source above its folder', { files: [{ path: OTHER, keptAs: '..' }] }],
    ['a share', { files: [{ path: '\\\\host\\share\\x', keptAs: null }] }],
    ['another folder', { folder: 'C:\\Users' }],
    ['a key of somebody', { registry: [{ view: '64', key: 'HKEY_USERS\\x', keptAs: null }] }],
    ['no time', { madeAt: 'once' }],
  ])('a record with %s is told and is no backup', async (_, tampered) => {
    const { one, backup } = await changedSince();
    const { files, places } = one.application.server;
    const folder = `${places.ownFolder}\\backups\\${backup}`;
    const text = await one.application.server.readText(`${folder}\\backup.json`);
    const record = { ...JSON.parse(text ?? ''), ...tampered };
    await files.write(`${folder}\\backup.json`, bytes(JSON.stringify(record)));
    const { plan, preconditions } = await propose(one.application, 'restore', answers(backup));
    expect(plan).toBeNull();
    expect(preconditions.find(({ id }) => id === 'own')).toMatchObject({
      verdict: 'warns',
      found: expect.stringContaining(folder),
    });
  });

  test('an export that holds another key is never brought in', async () => {
    const { one, backup } = await changedSince();
    const { files, places, readText } = one.application.server;
    const file = `${places.ownFolder}\\backups\\${backup}\\registry-1.reg`;
    const elsewhere = '\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Elsewhere]\r\n"A"="x"\r\n';
    const tamper = async () =>
      files.write(file, bytes(`${(await readText(file)) ?? ''}${elsewhere}`));
    const plan = await proposePlan(one.application, 'restore', answers(backup));
    await tamper();
    const ended = await one.application.operations.withLock('Restore', (lock) =>
      one.application.operations.start(
        plan,
        { planId: plan.id, hash: plan.hash },
        answers(backup),
        {},
        lock,
      ),
    );
    if (!ended.ok) throw new Error(ended.problem.what);
    expect(await ended.value.ended).toBe('failed');
    const { problem } = one.application.operations.state(ended.value.operationId);
    expect(problem?.meaning).toContain('elsewhere');
    expect((await registryOf(one))['HKEY_LOCAL_MACHINE\\SOFTWARE\\Elsewhere']).toBeUndefined();
    const { preconditions } = await propose(one.application, 'restore', answers(backup));
    expect(preconditions.find(({ id }) => id === 'whole')?.verdict).toBe('warns');
  });

  test('a backup made before an upgrade or a removal is not put back after it', async () => {
    const one = await open({ installed: {} });
    const products = `${INMAGE_KEY}\\Installed Products\\9`;
    const backup = await keepBackup(one.application, {
      files: [],
      registry: [{ view: '32', key: INMAGE_KEY }],
    });
    await worldOf(one).change(({ registry }) => {
      const name = Object.keys(registry).find((key) => key.endsWith('Installed Products\\9'));
      const values = registry[name ?? products];
      if (values) values.Version = { type: 'REG_SZ', data: '9.99.1.1' };
    });
    const { plan, preconditions } = await propose(one.application, 'restore', answers(backup));
    expect(plan).toBeNull();
    expect(preconditions.find(({ id }) => id === 'programs')).toMatchObject({
      verdict: 'blocks',
      found: expect.stringContaining('installed products\\9: version'),
    });
  });

  test('a backup names its versions, and is not put back beside others', async () => {
    const one = await open({ installed: {} });
    const { files } = one.application.server;
    await files.write(OTHER, bytes('kept'));
    const facts = await one.application.procedures.detect();
    if (!facts.ok) throw new Error(facts.problem.what);
    const seen = { ...snapshotOf(facts.value), 'product.processServer': '9.1.1.1' };
    const backup = await keepBackup(one.application, { files: [OTHER] }, seen);
    await files.write(OTHER, bytes('other'));
    const { plan, preconditions } = await propose(one.application, 'restore', answers(backup));
    expect(plan).toBeNull();
    const programs = preconditions.find(({ id }) => id === 'programs');
    expect(programs).toMatchObject({ verdict: 'blocks' });
    expect(programs?.found).toMatch(/Process server: 9\.1\.1\.1 → 9\.\d+/);
    expect(programs?.found).not.toContain('Master target');
  });

  test('a backup that does not name its versions is not told to be of the same', async () => {
    const { one, backup } = await changedSince();
    const { preconditions } = await propose(one.application, 'restore', answers(backup));
    expect(preconditions.find(({ id }) => id === 'programs')?.verdict).toBe('warns');
  });

  test('a file in use fails the step, and a retry goes on from there', async () => {
    const { one, backup } = await changedSince();
    await worldOf(one).change((world) => world.lockedFiles.push(OTHER));
    const failed = await applyProcedure(one.application, 'restore', answers(backup));
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'backup').status).toBe('failed');
    await worldOf(one).change((world) => void world.lockedFiles.splice(0));
    const ended = await takeUp(one.application, failed);
    expect(ended.status).toBe('done');
    expect(await one.application.server.readText(OTHER)).toBe('kept');
  });

  test('an import that Windows only said was good is not taken for one', async () => {
    const { one, backup } = await changedSince();
    const lying = await openPracticeApplication(
      {},
      {
        folder: one.folder,
        around: (tools) => ({
          run: (spec) =>
            spec.args[0] === 'import'
              ? tools.run({ ...spec, args: ['query', 'HKLM\\SOFTWARE', '/reg:64'] })
              : tools.run(spec),
        }),
      },
    );
    const ended = await applyProcedure(lying.application, 'restore', answers(backup));
    expect(ended.status).toBe('failed');
    expect(stepOf(ended, 'key-1').checks[0]?.verdict).toBe('failed');
  });

  test('a server changed by hand after the approval is not overwritten', async () => {
    const { one, backup } = await changedSince();
    const plan = await proposePlan(one.application, 'restore', answers(backup));
    await one.application.server.files.write(NEW_FILE, bytes('later'));
    await worldOf(one).change(({ registry }) => void delete registry[NEW_KEY]);
    const approval = { planId: plan.id, hash: plan.hash };
    const started = await one.application.procedures.apply(
      'restore',
      answers(backup),
      plan,
      approval,
    );
    expect(started).toMatchObject({ ok: false, value: { problem: { code: 'planChanged' } } });
  });

  test('only old backups are deleted, and none without being asked', async () => {
    const { one, backup } = await changedSince();
    const { files, places } = one.application.server;
    const folder = `${places.ownFolder}\\backups\\${backup}`;
    const record = JSON.parse(
      (await one.application.server.readText(`${folder}\\backup.json`)) ?? '',
    );
    record.madeAt = new Date(Date.parse(record.madeAt) - 100 * 86_400_000).toISOString();
    await files.write(`${folder}\\backup.json`, bytes(JSON.stringify(record)));
    const young = await keepBackup(one.application, { files: [AMETHYST] });
    const year = await propose(one.application, 'restore', { action: 'delete', older: '365' });
    expect(year.plan).toBeNull();
    const plan = await proposePlan(one.application, 'restore', { action: 'delete', older: '90' });
    expect(plan.body.destructive).toBe(true);
    expect(plan.body.steps.map(({ id }) => id)).toEqual([`delete-${backup}`]);
    expect(plan.body.steps[0]?.action).toMatchObject({ kind: 'remove', path: folder });
    expect(young).not.toBe(backup);
  });

  test('without a backup nothing can be restored', async () => {
    const one = await open({ installed: {} });
    const { plan, preconditions, problems } = await propose(one.application, 'restore', {
      action: 'restore',
      extras: 'keep',
    });
    expect([plan, problems]).toEqual([null, []]);
    expect(preconditions.find(({ id }) => id === 'kept')?.verdict).toBe('blocks');
  });
});
