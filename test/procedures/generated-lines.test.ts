import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { commandLine } from '../../contract/command-line';
import type { ServerFacts } from '../../contract/facts';
import type { Plan, PlanStep } from '../../contract/plan';
import type { Answers } from '../../contract/runbook';
import { makePlan } from '../../main/engine/plan';
import { exportPlan } from '../../main/reports/export/export-plan';
import { downloadRunbook } from '../../main/runbooks/download/download';
import type { Runbook } from '../../main/runbooks/runbook';
import { installRunbook } from '../../main/runbooks/set-up/install';
import { prepareRunbook } from '../../main/runbooks/set-up/prepare';
import { decideSetup } from '../../practice/vendor-behaviour/decide-setup';
import { readPassphraseFile } from '../../practice/vendor-behaviour/passphrase-file';
import { setMarsProxyArguments } from '../../practice/vendor-behaviour/proxy-file';
import type { SetupEnvironment } from '../../practice/vendor-behaviour/setup-environment';
import { splitCommandLine } from '../../practice/vendor-behaviour/windows-argv';
import {
  accepts,
  account,
  factsForAnswers,
  places,
  port,
  proxyAddress,
  secrets,
  setUpAnswers,
  typed,
} from '../support/form-answers';
import { SET_UP_FILE } from '../support/practice-application';

let facts: ServerFacts;
beforeAll(async () => {
  facts = await factsForAnswers();
});

const stepIn = ({ body }: Plan, id: string): PlanStep | undefined =>
  body.steps.find((step) => step.id === id);

/** Path and bytes of every file that the plan writes, secrets filled in. */
function writtenFiles({ body }: Plan, entered: Readonly<Record<string, string>>) {
  return new Map(
    body.steps.flatMap(({ action }): [string, Uint8Array][] => {
      if (action.kind !== 'writeFile') return [];
      const text = action.content
        .map((part) => ('text' in part ? part.text : (entered[part.secret] ?? '')))
        .join('');
      return [[action.path, new TextEncoder().encode(text)]];
    }),
  );
}

const planOf = (runbook: Runbook, answers: Answers) =>
  makePlan(runbook.plan(answers, facts, places));

/** What simulated set-up makes of the command line that the plan starts it with. */
function decide(plan: Plan, files: ReadonlyMap<string, Uint8Array>) {
  const action = stepIn(plan, 'install')?.action;
  if (action?.kind !== 'run') throw new Error('The plan installs nothing.');
  const environment: SetupEnvironment = {
    state: 'none',
    psExists: false,
    drives: new Map([
      ['C:', { type: 'Fixed', fs: 'NTFS', freeGb: 800 }],
      ['D:', { type: 'Fixed', fs: 'NTFS', freeGb: 800 }],
    ]),
    files,
    passphraseOk: true,
    vmwareTools: true,
    cwd: action.cwd,
    installed: { csIp: '', serverFolder: '', agentFolder: '', registeredAgentFolder: '' },
  };
  const argv = splitCommandLine(commandLine(action.file, action.args));
  expect(argv).toEqual([action.file, ...action.args]);
  return decideSetup(argv, environment);
}

const isYes = (answer: string) => answer === 'yes';

test('whatever the form accepts reaches set-up unchanged, in a line that it takes', () => {
  fc.assert(
    fc.property(setUpAnswers, secrets, (answers, entered) => {
      fc.pre(accepts(installRunbook, answers, facts, entered));
      const plan = planOf(installRunbook, answers);
      const files = writtenFiles(plan, entered);
      const decision = decide(plan, files);
      expect(decision).toMatchObject({ parserError: null, accepted: true, exit: 0 });
      const passphraseFile = decision.settings?.passphraseFilePath ?? '';
      const { address: server, port: proxyPort } =
        answers.proxyMode === 'custom'
          ? { address: answers.proxyAddress, port: answers.proxyPort }
          : { address: null, port: null };
      const signsIn = isYes(answers.proxySignIn);
      const proxy =
        server === null
          ? null
          : {
              address: server,
              port: proxyPort,
              user: signsIn ? answers.proxyUser : null,
              password: signsIn ? entered.proxyPassword : null,
            };
      expect(decision.settings).toEqual({
        serverMode: 'PS',
        installLocation: answers.installFolder,
        envType: answers.environment === 'vmware' ? '' : 'NonVMWare',
        csIp: answers.csAddress,
        passphraseFilePath: passphraseFile,
        psIp: answers.dataAddress,
        // Set-up takes it and does nothing with it on a process server.
        azureIp: '',
        proxy,
        dataPort: answers.dataPort,
        skipSpaceCheck: isYes(answers.spaceCheck),
        skipPrereqsCheck: isYes(answers.skipPrerequisites),
        skipTlsCheck: isYes(answers.skipTls),
        skipRegistration: answers.register === 'no',
      });
      expect(decision.params.AZUREIP ?? '').toBe(answers.azureAddress);
      const kept = readPassphraseFile(files.get(passphraseFile) ?? null).hex;
      expect(Buffer.from(kept, 'hex').toString('utf8')).toBe(entered.passphrase);
      const used = decision.settings?.proxy;
      if (used) {
        const given = splitCommandLine(`SetMarsProxy.exe ${setMarsProxyArguments(used)}`).slice(1);
        const wanted = [
          used.address,
          used.port,
          ...(used.user === null ? [] : [used.user, used.password]),
        ];
        expect(given).toEqual(wanted);
        const action = stepIn(plan, 'agent-proxy')?.action;
        expect(action).toMatchObject({
          input: { server: used.address, port: used.port, user: used.user ?? '' },
        });
      }
    }),
    { numRuns: 400 },
  );
});

const readScript = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../resources/powershell', `${name}.ps1`), 'utf8');

test('no order of answers gives another plan, and every plan can be exported without a secret', () => {
  const order = fc.array(fc.nat(), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(setUpAnswers, secrets, order, (answers, entered, ranks) => {
      fc.pre(accepts(installRunbook, answers, facts, entered));
      const shuffled = shuffle(answers, ranks);
      for (const runbook of [prepareRunbook, installRunbook]) {
        const plan = planOf(runbook, answers);
        expect(planOf(runbook, shuffled).hash).toBe(plan.hash);
        const text = exportPlan(plan, readScript)
          .map((file) => file.text)
          .join('\n');
        expect(text).not.toContain(entered.passphrase);
      }
    }),
    { numRuns: 60 },
  );
});

/** The same answers in another order. */
function shuffle(answers: Answers, ranks: readonly number[]): Answers {
  const entries = Object.entries(answers).map((entry, at) => ({ entry, rank: ranks[at] ?? 0 }));
  return Object.fromEntries(entries.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry));
}

const host = fc.constantFrom('aka.ms', 'download.microsoft.com');
const downloadAnswers = fc.record({
  source: fc.constantFrom('link', 'file'),
  link: typed(
    fc
      .tuple(host, fc.stringMatching(/^[A-Za-z0-9/._~%-]{0,30}$/))
      .map(([name, path]) => `https://${name}/${path}`),
  ),
  setupFile: fc.constant(SET_UP_FILE),
  expectedSha256: fc.oneof(fc.constant(''), fc.constant('aB'.repeat(32))),
  proxyMode: fc.constantFrom('direct', 'system', 'custom'),
  proxyAddress: typed(proxyAddress),
  proxyPort: typed(port),
  proxyAccount: fc.constantFrom('none', 'windows', 'given'),
  proxyUser: typed(account),
});

test('whatever the form accepts for a download reaches the script unchanged, in any order', () => {
  const order = fc.array(fc.nat(), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(downloadAnswers, order, (answers, ranks) => {
      fc.pre(accepts(downloadRunbook, answers, facts, { proxyPassword: 'x' }));
      const plan = planOf(downloadRunbook, answers);
      expect(planOf(downloadRunbook, shuffle(answers, ranks)).hash).toBe(plan.hash);
      expect(() => exportPlan(plan, readScript)).not.toThrow();
      const action = stepIn(plan, 'download')?.action;
      if (answers.source === 'file') return;
      if (action?.kind !== 'download') throw new Error('Nothing is fetched.');
      const isCustom = answers.proxyMode === 'custom';
      const isGiven = isCustom && answers.proxyAccount === 'given';
      expect(action.address).toBe(answers.link);
      expect(action.input).toMatchObject({
        proxyMode: answers.proxyMode === 'direct' ? 'none' : answers.proxyMode,
        signIn: isCustom ? answers.proxyAccount : expect.any(String),
        ...(isCustom ? { proxyServer: answers.proxyAddress, proxyPort: answers.proxyPort } : {}),
        ...(isGiven ? { user: answers.proxyUser } : {}),
      });
      expect(Object.values(action.secretInput)).toEqual(isGiven ? ['proxyPassword'] : []);
    }),
    { numRuns: 100 },
  );
});
