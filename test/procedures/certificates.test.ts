import { describe, expect, test } from 'vitest';
import { scenarios } from '../../practice';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import type { PracticeApplication } from '../support/practice-application';
import { applyProcedure, propose, proposePlan, stepOf, takeUp } from '../support/run-procedure';

const open = openForFile();

function openNamed(id: string) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`No scenario ${id}.`);
  return open(scenario);
}

const world = ({ folder }: PracticeApplication) => openWorld(`${folder}/world`);
const FINGERPRINT = 'C:\\ProgramData\\Microsoft Azure Site Recovery\\fingerprints\\ps.fingerprint';

/** The certificate that the data port really sends, and the fingerprint file, asked from outside. */
async function dataPort({ practice }: PracticeApplication) {
  const probe = await practice.network.probeHttps('10.20.30.41', 9443, 10);
  if (probe.kind !== 'answered') return { kind: probe.kind };
  const file = Buffer.from(await practice.files.read(FINGERPRINT)).toString('utf8');
  const [sent] = probe.certificates;
  return { kind: probe.kind, thumbprint: sent?.thumbprint, until: sent?.validUntil, file };
}

const registrationUntil = async (one: PracticeApplication) =>
  (await world(one).read()).certificates.findLast(({ store }) => store === 'My')?.validUntil ?? '';

describe.concurrent('certificates', { timeout: 60_000 }, () => {
  test('what they are worth is shown, and what is due is suggested', async () => {
    const one = await openNamed('certificates-expiring');
    const described = await one.application.procedures.describe('certificates', {});
    if (!described.ok) throw new Error(described.problem.what);
    const { questions, sections } = described.value;
    expect(questions[0]?.suggestion).toBe('both');
    expect(sections[0]?.findings).toMatchObject([
      { label: 'Data port', value: expect.stringMatching(/, (?:19|20) days left$/), isGood: false },
      { value: 'the same certificate', isGood: true },
      { label: 'Registration', value: expect.stringMatching(/1[12] days left$/), isGood: false },
      { label: 'Configuration server', isGood: true },
      { value: 'the same certificate', isGood: true },
      { isGood: null },
    ]);
  });

  test('both are renewed, proven from outside, and the files before are kept', async () => {
    const one = await openNamed('certificates-expiring');
    const [before, registered] = [await dataPort(one), await registrationUntil(one)];
    const renewed = await applyProcedure(one.application, 'certificates', { what: 'both' });
    expect(renewed.status).toBe('done');
    const after = await dataPort(one);
    expect(after.thumbprint).not.toBe(before.thumbprint);
    expect(after.file).toBe(after.thumbprint);
    expect(Date.parse(after.until ?? '')).toBeGreaterThan(Date.parse(before.until ?? ''));
    expect(Date.parse(await registrationUntil(one))).toBeGreaterThan(Date.parse(registered));
    const kept = stepOf(renewed, 'backup').facts.backup ?? '';
    const record: unknown = JSON.parse(
      Buffer.from(await one.practice.files.read(`${kept}\\backup.json`)).toString('utf8'),
    );
    expect(JSON.stringify(record)).toContain('ps.key');
    const id = kept.slice(kept.lastIndexOf('\\') + 1);
    const back = { action: 'restore', backup: id, extras: 'keep', services: 'no' };
    expect((await applyProcedure(one.application, 'restore', back)).status).toBe('done');
    const facts = await one.application.procedures.detect();
    // Windows never takes certificates out of its store by itself, so the one before is still there.
    expect(facts.ok && facts.value.registration).toMatchObject({
      registered: true,
      validUntil: registered,
    });
  });

  test('a tool that fails with exit code 0 is told as failed, and a retry renews', async () => {
    const one = await openNamed('certificate-not-renewed');
    const before = await dataPort(one);
    const failed = await applyProcedure(one.application, 'certificates', { what: 'dataPort' });
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'renew').problem).toMatchObject({
      what: "Couldn't renew the certificate of the data port.",
      code: 'ECA0169',
    });
    expect(await dataPort(one)).toEqual(before);
    expect((await takeUp(one.application, failed)).status).toBe('done');
    expect((await dataPort(one)).thumbprint).not.toBe(before.thumbprint);
  });

  test('a tool that claims success and renews nothing is not believed', async () => {
    const one = await openNamed('certificate-silent');
    const failed = await applyProcedure(one.application, 'certificates', { what: 'dataPort' });
    const { problem, checks } = stepOf(failed, 'renew');
    expect(problem?.what).toBe("Couldn't prove that the step worked.");
    expect(checks.at(-1)).toMatchObject({
      verdict: 'failed',
      found: 'the same certificate as before',
    });
    expect((await takeUp(one.application, failed)).status).toBe('done');
    expect((await dataPort(one)).file).toBe((await dataPort(one)).thumbprint);
  });

  test('a registration that gives out the same certificate is not told as renewed', async () => {
    let giveOutTheSame = () => Promise.resolve();
    const one = await open(
      { installed: {}, certificates: { registrationDays: 12 } },
      {
        around: (tools) => ({
          run: (spec) => {
            const running = tools.run(spec);
            if (!spec.file.endsWith('cdpcli.exe')) return running;
            return {
              ...running,
              ended: running.ended.then(async (end) => {
                await giveOutTheSame();
                return end;
              }),
            };
          },
        }),
      },
    );
    const until = await registrationUntil(one);
    giveOutTheSame = () =>
      world(one).change(({ certificates }) => {
        for (const made of certificates) if (made.store === 'My') made.validUntil = until;
      });
    const failed = await applyProcedure(one.application, 'certificates', { what: 'registration' });
    expect(failed.status).toBe('failed');
    expect(stepOf(failed, 'prove-registration').checks[0]).toMatchObject({
      verdict: 'failed',
      needed: `valid for longer than until ${until.slice(0, 10)}`,
    });
  });

  test('a configuration server with a new or ending certificate is pointed at, not touched', async () => {
    const ending = await openNamed('certificate-not-renewed');
    const other = await openNamed('certificate-silent');
    const found = async (one: PracticeApplication) =>
      (await propose(one.application, 'certificates', { what: 'dataPort' })).preconditions.find(
        ({ id }) => id === 'configurationServer',
      );
    expect(await found(ending)).toMatchObject({
      verdict: 'warns',
      found: expect.stringMatching(/(?:39|40) days left$/),
      mend: expect.stringContaining('Azure portal'),
    });
    expect((await found(other))?.found).toBe(
      'it shows another certificate than the one known here',
    );
  });

  test('what is good for long may be renewed, with a warning', async () => {
    const one = await openNamed('already-installed');
    const { preconditions, plan } = await propose(one.application, 'certificates', {
      what: 'both',
    });
    expect(plan).not.toBeNull();
    expect(preconditions.find(({ id }) => id === 'due')?.verdict).toBe('warns');
  });

  test('with the data port down it says so, and the fingerprint file is compared', async () => {
    const one = await open({ installed: {}, services: { cxprocessserver: { state: 'stopped' } } });
    const { preconditions, plan } = await propose(one.application, 'certificates', {
      what: 'dataPort',
    });
    expect(preconditions.find(({ id }) => id === 'port')).toMatchObject({ verdict: 'warns' });
    expect(plan?.body.steps.map(({ id }) => id)).toEqual(['backup-folder', 'backup', 'renew']);
    const renewed = await applyProcedure(one.application, 'certificates', { what: 'dataPort' });
    expect(renewed.status).toBe('done');
  });

  test('a gallery image has no registration to renew', async () => {
    const one = await openNamed('half-installed');
    const { preconditions, plan } = await propose(one.application, 'certificates', {
      what: 'registration',
    });
    expect(plan).toBeNull();
    expect(preconditions.find(({ id }) => id === 'masterTarget')?.verdict).toBe('blocks');
  });

  test('a plan that was approved does not begin when somebody renewed since', async () => {
    const one = await openNamed('certificates-expiring');
    const given = { what: 'dataPort' };
    const plan = await proposePlan(one.application, 'certificates', given);
    await applyProcedure(one.application, 'certificates', given);
    const started = await one.application.procedures.apply('certificates', given, plan, {
      planId: plan.id,
      hash: plan.hash,
    });
    expect(started).toMatchObject({ ok: false, value: { problem: { code: 'planChanged' } } });
  });
});
