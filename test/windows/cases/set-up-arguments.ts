import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';
import { collect } from '../../../main/host/collect';
import { installRunbook } from '../../../main/runbooks/set-up/install';
import { unifiedSetupCommand } from '../../../main/vendor/unified-setup';
import {
  accepts,
  factsForAnswers,
  places,
  secrets,
  setUpAnswers,
} from '../../support/form-answers';
import { host, programFile, programSpec, workFolder } from '../bed';
import type { Case } from '../harness';
import { outcome, survivesIn } from '../program-and-tools';

/** The same answers in every run; another one is tried by changing it. */
const SEED = 20_261_121;

const receivedSchema = z.object({ system: z.array(z.string()), runtime: z.array(z.string()) });

interface Start {
  file: string;
  args: readonly string[];
  cwd: string;
}

function assertReceived(printed: string, args: readonly string[]): void {
  assert.deepEqual(receivedSchema.parse(JSON.parse(printed)), { system: args, runtime: args });
}

/** Starts it as the engine would, and compares what it got with what was meant. */
async function assertArrives({ file, args, cwd }: Start): Promise<void> {
  const run = await collect(host.processes, { ...programSpec('tool', args, { cwd }), file });
  assert.deepEqual(run.end, { kind: 'exited', code: 0 }, run.error);
  assertReceived(run.output, args);
}

const AT_A_TIME = 4;

/** All of them, some at a time: most of a start is waiting. */
async function assertAllArrive(starts: readonly Start[]): Promise<void> {
  const left = [...starts];
  const work = async () => {
    for (let start = left.pop(); start; start = left.pop()) await assertArrives(start);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

/** Lays the program that prints its arguments where set-up would be, under its name. */
function layProgram({ file, cwd }: Start): void {
  mkdirSync(cwd, { recursive: true });
  if (!existsSync(file)) copyFileSync(programFile('arguments'), file);
}

/** How the plans made of accepted answers start set-up, from a folder that is no plain one. */
async function plannedStarts(count: number): Promise<Start[]> {
  const facts = await factsForAnswers();
  const accepted = fc
    .tuple(setUpAnswers, secrets)
    .filter(([answers, entered]) => accepts(installRunbook, answers, facts, entered));
  const ownFolder = workFolder('Set-up für 日本 (1)');
  return fc.sample(accepted, { numRuns: count, seed: SEED }).map(([answers]) => {
    const { steps } = installRunbook.plan(answers, facts, { ...places, ownFolder });
    const action = steps.find(({ id }) => id === 'install')?.action;
    assert.ok(action?.kind === 'run', 'The plan starts set-up.');
    assert.ok(action.file.startsWith(ownFolder) && action.file.endsWith('\\UNIFIEDSETUP.EXE'));
    for (const meant of [answers.installFolder, answers.csAddress, answers.dataPort])
      assert.ok(action.args.includes(meant), `${meant} is in the line.`);
    layProgram(action);
    return action;
  });
}

/** Signs that somebody on the way could take for something else, and others. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...[' ', '"', '\\', '&', '%', '^', "'", '|', '<', '>', '(', ')', '!', '\t']),
    fc.constantFrom(...['ü', '日', '𝄞', '\u00a0', '=', ';', ',', '*', '?', '$', '`', '@', '#']),
    fc.constantFrom(...['a', 'Z', '0', '-', '/', '.', ':', '\r\n', '""', '\\\\', '\\"', '%PATH%']),
  ),
  maxLength: 20,
});

/** A line of set-up with any text where the form would let only some through. */
function startWithAnyText(one: string, two: string, three: string): Start {
  const cwd = workFolder('Set-up & Co. %PATH% ^ ü');
  const command = unifiedSetupCommand({
    packageFolder: cwd,
    installFolder: one,
    csAddress: two,
    passphraseFile: three,
    proxyFile: `${three}\\`,
    environment: 'VMWare',
    dataAddress: `${one}"`,
    dataPort: 9443,
    azureAddress: `C:\\${two} \\`,
    skipSpaceCheck: true,
    skipPrerequisites: false,
    skipTls: false,
    skipRegistration: true,
  });
  return { ...command, cwd };
}

/** The line that starts set-up, from the answers to the program that reads it. */
export const setUpArgumentCases: Case[] = [
  {
    name: `arguments: whatever the form accepts reaches UNIFIEDSETUP.EXE unchanged (seed ${SEED})`,
    limitSeconds: 120,
    run: async () => assertAllArrive(await plannedStarts(150)),
  },
  {
    name: `arguments: any text in a value of set-up arrives unchanged (seed ${SEED})`,
    limitSeconds: 120,
    async run() {
      const texts = fc.sample(fc.tuple(anyText, anyText, anyText), { numRuns: 80, seed: SEED });
      const starts = texts.map((three) => startWithAnyText(...three));
      for (const start of starts) layProgram(start);
      await assertAllArrive(starts);
    },
  },
  {
    name: 'arguments: the line of set-up arrives unchanged under the step host too',
    async run() {
      for (const [at, { file, args, cwd }] of (await plannedStarts(3)).entries()) {
        const survives = survivesIn(`arguments-${at}`);
        const spec = { ...programSpec('tool', args, { cwd, survives }), file };
        assertReceived((await outcome(host.processes.run(spec))).output, args);
      }
    },
  },
];
