import { afterEach, expect, test } from 'vitest';
import type { ToolRunner } from '../../main/host/ports';
import { scenarios } from '../../practice';
import {
  goodAnswers,
  openPracticeApplication,
  type PracticeApplication,
  SET_UP_FILE,
} from '../support/practice-application';
import { applyProcedure, enterSecrets, propose, stepOf, takeUp } from '../support/run-procedure';

const LINK = 'https://aka.ms/unifiedinstaller_weu';
const OTHER_FILE = SET_UP_FILE.replace('MicrosoftAzure', 'Newer-MicrosoftAzure');
const restartNeeded = scenarios.find(({ id }) => id === 'restart-needed');
const PACKAGES = 'C:\\ProgramData\\ProcessServerManager\\packages';

let opened: PracticeApplication[] = [];
afterEach(() => {
  for (const one of opened) one.remove();
  opened = [];
});

async function open(scenario = {}, around?: (tools: ToolRunner) => ToolRunner) {
  const one = await openPracticeApplication(scenario, around ? { around } : {});
  opened.push(one);
  enterSecrets(one.application);
  return one;
}

const verdictOf = (proposal: Awaited<ReturnType<typeof propose>>, id: string) =>
  proposal.preconditions.find((one) => one.id === id)?.verdict;

test('the package that is judged is that of the chosen file, whatever lies beside it', async () => {
  const { application, practice } = await open();
  await applyProcedure(application, 'prepare', goodAnswers);
  await practice.files.copy(SET_UP_FILE, OTHER_FILE);
  const other = { ...goodAnswers, setupFile: OTHER_FILE };
  expect(verdictOf(await propose(application, 'set-up', other), 'package')).toBe('blocks');
  const prepared = await propose(application, 'set-up', goodAnswers);
  expect(verdictOf(prepared, 'package')).toBe('passed');
  // The window may name no file it was not given, but those it was shown.
  const shown = await application.procedures.propose('set-up', goodAnswers, {
    mayName: () => false,
  });
  expect(shown.ok && verdictOf(shown.value, 'package')).toBe('passed');
});

test('a package that was changed after it was prepared is not run, not even on a retry', async () => {
  const faults = [{ tool: 'unifiedsetup', at: 'processServer', how: { exit: 14 }, times: 1 }];
  const { application, practice } = await open({ faults });
  await applyProcedure(application, 'prepare', goodAnswers);
  const state = await applyProcedure(application, 'set-up', goodAnswers);
  expect(stepOf(state, 'install').status).toBe('failed');
  const [folder] = await practice.files.list(PACKAGES);
  const file = `${PACKAGES}\\${folder}\\Files\\MARSAgentInstaller.exe`;
  await practice.files.write(file, new TextEncoder().encode('something else'));
  const retried = await takeUp(application, state);
  expect(retried.status).toBe('failed');
  expect(stepOf(retried, 'install').problem?.toolWords.join(' ')).toContain('marsagentinstaller');
});

test('while one operation waits for a restart, an older one is neither undone nor gone on with', async () => {
  const { application } = await open(restartNeeded);
  const prepared = await applyProcedure(application, 'prepare', goodAnswers);
  const waiting = await applyProcedure(application, 'set-up', goodAnswers);
  expect(waiting.status).toBe('restartNeeded');
  const refusal = { ok: false, problem: { code: 'operationOpen' } };
  expect(await application.operations.undo(prepared.id)).toMatchObject(refusal);
});

test('a part that is whole already is not asked for again', async () => {
  let requests = 0;
  let isKilled = false;
  const around = (tools: ToolRunner): ToolRunner => ({
    run: (spec) => {
      if (spec.args.join(' ').includes('download-file')) requests += 1;
      return tools.run(spec);
    },
  });
  const one = await openPracticeApplication(
    {},
    {
      around,
      // The power fails right after the last byte came: the file never gets its name.
      change: (host) => ({
        ...host,
        files: {
          ...host.files,
          move: (from, to) => {
            if (isKilled) return host.files.move(from, to);
            isKilled = true;
            return Promise.reject(new Error('the power failed'));
          },
        },
      }),
    },
  );
  opened.push(one);
  const answers = { source: 'link', link: LINK, proxyMode: 'direct' };
  const state = await applyProcedure(one.application, 'download', answers);
  expect(state.status).toBe('failed');
  const before = requests;
  expect((await takeUp(one.application, state)).status).toBe('done');
  expect(requests).toBe(before);
});
