import { afterEach, expect, test } from 'vitest';
import type { ServerFacts } from '../../contract/facts';
import type { ToolRunner } from '../../main/host/ports';
import { scenarios } from '../../practice';
import {
  goodAnswers,
  openPracticeApplication,
  type PracticeApplication,
  type PracticeApplicationOptions,
} from '../support/practice-application';
import { applyProcedure, enterSecrets, propose, stepOf, takeUp } from '../support/run-procedure';

const LINK = 'https://aka.ms/unifiedinstaller_weu';
const NEWEST = 'https://aka.ms/unifiedinstaller_newest';

let opened: PracticeApplication[] = [];
afterEach(() => {
  for (const one of opened) one.remove();
  opened = [];
});

async function open(scenarioId: string, options: PracticeApplicationOptions = {}) {
  const scenario = scenarios.find(({ id }) => id === scenarioId);
  if (!scenario) throw new Error(`No scenario ${scenarioId}.`);
  const one = await openPracticeApplication(scenario, options);
  opened.push(one);
  enterSecrets(one.application);
  return one;
}

const answers = (link: string, more: Record<string, string> = {}) => ({
  source: 'link',
  link,
  proxyMode: 'direct',
  ...more,
});

const throughProxy = (account: Record<string, string>) =>
  answers(LINK, {
    proxyMode: 'custom',
    proxyAddress: 'http://proxy.contoso.test',
    proxyPort: '8080',
    ...account,
  });

async function factsOf({ application }: PracticeApplication): Promise<ServerFacts> {
  const facts = await application.procedures.detect();
  if (!facts.ok) throw new Error(facts.problem.what);
  return facts.value;
}

test('a link of the portal ends as a kept file with what is known of it', async () => {
  const one = await open('fresh-vmware');
  const state = await applyProcedure(one.application, 'download', answers(LINK));
  expect(state.status).toBe('done');
  const [kept] = (await factsOf(one)).packages;
  expect(kept).toMatchObject({
    id: 'download-1',
    from: LINK,
    state: 'verified',
    version: '9.55.6765.1',
    revocation: 'checked',
    isUnpacked: false,
  });
  expect(kept?.sha256).toBe(stepOf(state, 'download').facts.sha256);
});

test('two versions lie side by side, and both are offered to set-up', async () => {
  const one = await open('fresh-vmware');
  await applyProcedure(one.application, 'download', answers(LINK));
  await applyProcedure(one.application, 'download', answers(NEWEST));
  const { packages, setupFiles } = await factsOf(one);
  expect(packages.map(({ version }) => version).sort()).toEqual(['9.55.6765.1', '9.63.1.1']);
  for (const { path } of packages) expect(setupFiles.map((file) => file.path)).toContain(path);
});

test('a kept file is set up from where it lies, without another copy', async () => {
  const one = await open('fresh-vmware');
  await applyProcedure(one.application, 'download', answers(LINK));
  const path = (await factsOf(one)).packages[0]?.path ?? '';
  const given = { ...goodAnswers, setupFile: path };
  const prepared = await applyProcedure(one.application, 'prepare', given);
  expect(prepared.status).toBe('done');
  expect(prepared.plan.body.steps.map(({ id }) => id)).not.toContain('copy');
  expect((await applyProcedure(one.application, 'set-up', given)).status).toBe('done');
  expect((await factsOf(one)).packages).toHaveLength(1);
});

test('a line that breaks twice is gone on with by itself', async () => {
  const one = await open('download-breaks');
  const state = await applyProcedure(one.application, 'download', answers(LINK));
  expect(state.status).toBe('done');
  const lines = one.application.operations.lines(state.id, 0).map(({ text }) => text);
  expect(lines.filter((line) => line.startsWith('The connection broke'))).toHaveLength(2);
});

/** Where each request of the download script began. */
function watchOffsets() {
  const offsets: string[] = [];
  const around = (tools: ToolRunner): ToolRunner => ({
    run: (spec) => {
      const input = typeof spec.stdin === 'string' ? spec.stdin : (spec.stdin?.reveal() ?? '');
      if (spec.args.join(' ').includes('download-file')) {
        offsets.push(/"offset":"(\d+)"/.exec(input)?.[1] ?? '');
      }
      return tools.run(spec);
    },
  });
  return { offsets, around };
}

test('a download that failed is gone on with where it ended when it is retried', async () => {
  const watch = watchOffsets();
  const one = await openPracticeApplication(
    {
      downloads: [
        {
          address: LINK,
          file: { version: '9.55.6765.1', signature: 'valid' },
          cutAfterPercent: 10,
          times: 5,
        },
      ],
    },
    { around: watch.around },
  );
  opened.push(one);
  const state = await applyProcedure(one.application, 'download', answers(LINK));
  expect(state.status).toBe('failed');
  expect(stepOf(state, 'download').problem?.what).toBe(
    "Couldn't finish the download: the connection broke.",
  );
  const unfinished = (await factsOf(one)).packages[0];
  expect(unfinished).toMatchObject({ state: 'unfinished', from: LINK });
  const before = watch.offsets.length;
  const ended = await takeUp(one.application, state);
  expect(ended.status).toBe('done');
  expect(Number(watch.offsets[before])).toBe(unfinished?.sizeBytes);
});

test('a redirect to another host is not followed', async () => {
  const one = await open('download-elsewhere');
  const link = 'https://aka.ms/unifiedinstaller_elsewhere';
  const state = await applyProcedure(one.application, 'download', answers(link));
  expect(stepOf(state, 'download').problem?.what).toBe(
    "Couldn't accept a file from downloads.contoso.test.",
  );
  expect((await factsOf(one)).packages).toEqual([]);
});

test('a link that leads nowhere says so with the answer of the server', async () => {
  const one = await open('download-not-found');
  const state = await applyProcedure(one.application, 'download', answers(LINK));
  const { problem } = stepOf(state, 'download');
  expect(problem?.what).toBe("Couldn't download the file: the server refused it.");
  expect(problem?.code).toBe('404');
});

test('an unsigned file is refused, and undoing removes it', async () => {
  const one = await open('download-unsigned');
  const state = await applyProcedure(one.application, 'download', answers(LINK));
  expect(stepOf(state, 'verify').problem?.what).toBe(
    "Couldn't accept the set-up file: it is not signed.",
  );
  expect((await factsOf(one)).packages[0]?.state).toBe('notVerified');
  const undone = await one.application.operations.undo(state.id);
  if (!undone.ok) throw new Error(undone.problem.what);
  await undone.value.ended;
  const after = one.application.operations.state(state.id);
  expect(after.status).toBe('undone');
  expect(stepOf(after, 'package-folder').status).toBe('undone');
  expect((await factsOf(one)).packages).toEqual([]);
});

test('another SHA-256 than the expected one is refused, and the file is gone', async () => {
  const one = await open('fresh-vmware');
  const given = answers(LINK, { expectedSha256: 'a'.repeat(64) });
  const state = await applyProcedure(one.application, 'download', given);
  expect(stepOf(state, 'download').problem?.what).toContain('SHA-256 is not the one you gave');
  expect((await factsOf(one)).packages).toEqual([]);
});

test('through a proxy the password is used and stands nowhere', async () => {
  const one = await open('download-behind-proxy');
  const given = throughProxy({ proxyAccount: 'given', proxyUser: 'CONTOSO\\svc-asr' });
  const state = await applyProcedure(one.application, 'download', given);
  expect(state.status).toBe('done');
  expect(JSON.stringify(state)).not.toContain('Practice-Proxy-01');
});

test('without a sign-in such a proxy is named, with the ways it offers', async () => {
  const one = await open('download-behind-proxy');
  const given = throughProxy({ proxyAccount: 'none' });
  const state = await applyProcedure(one.application, 'download', given);
  const { problem } = stepOf(state, 'download');
  expect(problem?.what).toBe("Couldn't download the file: the proxy asks for another sign-in.");
  expect(problem?.toolWords.join(' ')).toContain('Negotiate');
});

test('a proxy that wants a Windows account lets that account through', async () => {
  const one = await open('proxy-windows-sign-in');
  const given = throughProxy({ proxyAccount: 'windows' });
  expect((await applyProcedure(one.application, 'download', given)).status).toBe('done');
});

test('the way to the link can be tried, in whose name is said', async () => {
  const one = await open('proxy-windows-sign-in');
  const given = throughProxy({ proxyAccount: 'windows' });
  const tried = await one.application.procedures.test('download', 'proxyMode', given);
  if (!tried.ok) throw new Error(tried.problem.what);
  expect(tried.value.verdict).toBe('passed');
  expect(tried.value.context).toContain('WIN-PS01\\Administrator');
});

test.each([
  ['http://aka.ms/x', 'Enter a link that begins with https://.'],
  ['https://evil.test/setup.exe', 'not among the servers'],
  ['https://aka.ms.evil.test/x', 'not among the servers'],
  ['https://aka.ms/x?sig=abc', 'question mark'],
  ['https://user:pw@aka.ms/x', 'Leave out the port and any user'],
  ['https://aka.ms:8443/x', 'Leave out the port and any user'],
])('the link %s is refused before anything is fetched', async (link, words) => {
  const one = await open('fresh-vmware');
  const { problems, plan } = await propose(one.application, 'download', answers(link));
  expect(plan).toBeNull();
  expect(problems.find(({ name }) => name === 'link')?.message).toContain(words);
});

test('a kept file can be removed, and nothing else is', async () => {
  const one = await open('fresh-vmware');
  await applyProcedure(one.application, 'download', answers(LINK));
  await applyProcedure(one.application, 'download', answers(NEWEST));
  const state = await applyProcedure(one.application, 'remove-package', { package: 'download-1' });
  expect(state.status).toBe('done');
  expect((await factsOf(one)).packages.map(({ id }) => id)).toEqual(['download-2']);
});
