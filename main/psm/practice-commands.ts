import { existsSync, writeFileSync } from 'node:fs';
import { text } from '../../contract/text/psm';
import {
  listScenarios,
  PracticeInUse,
  practiceFolderOf,
  replayRecords,
  resetPractice,
  runTool,
  showPractice,
} from '../wiring';
import { createConsole } from './console';
import { type GlobalOptions, openFor, openQuietly, parseTimeFactor } from './context';
import { EXIT } from './exit-codes';
import { readAllInput } from './input';
import { WrongUse } from './wrong-use';

/** `psm practice reset [SCENARIO]`. */
export async function reset(scenario: string | undefined, options: GlobalOptions): Promise<number> {
  const wanted = scenario ?? (typeof options.practice === 'string' ? options.practice : undefined);
  await resetPractice(options.stateFolder, wanted, parseTimeFactor(options.timeFactor)).catch(
    (error: unknown) => {
      if (error instanceof PracticeInUse) throw error;
      throw new WrongUse(error instanceof Error ? error.message : String(error));
    },
  );
  await openFor({ ...options, practice: true });
  return EXIT.done;
}

/** `psm practice show`: the whole simulated server. */
export async function show(options: GlobalOptions): Promise<number> {
  await openQuietly({ ...options, practice: options.practice ?? true });
  process.stdout.write(`${await showPractice(options.stateFolder)}\n`);
  return EXIT.done;
}

/** `psm practice scenarios`. */
export async function list(options: GlobalOptions): Promise<number> {
  const console = createConsole(options.json ?? false);
  for (const { id, title, description } of listScenarios()) {
    console.say(`${id}: ${title}`);
    console.tell({ id, title, description });
  }
  return EXIT.done;
}

/** `psm practice restart`. */
export async function restart(options: GlobalOptions): Promise<number> {
  const { practice } = await openFor({ ...options, practice: options.practice ?? true });
  await practice?.restart();
  return EXIT.done;
}

/** `psm practice run TOOL ARGS…`: one simulated tool, with its true exit code in the last line. */
export async function run(
  tool: string,
  args: readonly string[],
  options: GlobalOptions,
): Promise<number> {
  await openQuietly({ ...options, practice: options.practice ?? true });
  const stdin = await readAllInput();
  const end = await runTool(
    practiceFolderOf(options.stateFolder),
    { file: tool, args, cwd: 'C:\\', env: {}, stdin },
    {
      output: (bytes) => process.stdout.write(bytes),
      error: (bytes) => process.stderr.write(bytes),
    },
  );
  process.stdout.write(
    options.json ? `${JSON.stringify({ exitCode: end })}\n` : `Exit code ${end}\n`,
  );
  return (end ?? 1) & 0xff;
}

/** A simulated tool as a program of its own: leaves its whole exit code in a file. */
export async function tool(
  world: string,
  codeFile: string,
  programPid: number,
  cwd: string,
  file: string,
  args: readonly string[],
): Promise<number> {
  const stdin = await readAllInput();
  const end = await runTool(
    world,
    { file, args, cwd, env: {}, stdin },
    {
      output: (bytes) => process.stdout.write(bytes),
      error: (bytes) => process.stderr.write(bytes),
      programPid,
    },
  );
  // Died with the program that started it, as a killed tool dies: without an exit code.
  if (end === null) process.kill(process.pid, 'SIGKILL');
  writeFileSync(codeFile, String(end));
  return (end ?? 1) & 0xff;
}

/** `psm practice replay FILE`: one JSON line a record. */
export async function replay(
  file: string,
  options: GlobalOptions & { kind?: string; diff?: boolean },
): Promise<number> {
  if (!existsSync(file)) throw new WrongUse(text.replayUnreadable(file));
  let differing = 0;
  const lines: string[] = [];
  try {
    for (const { id, got, differences } of replayRecords(file, options.kind)) {
      if (differences.length > 0) differing += 1;
      if (!options.diff) lines.push(JSON.stringify({ id, got }));
      else if (differences.length > 0) lines.push(JSON.stringify({ id, differences }));
    }
  } catch (error) {
    throw new WrongUse(
      text.replayUnreadable(error instanceof Error ? error.message.slice(0, 500) : String(error)),
    );
  }
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  return differing === 0 ? EXIT.done : EXIT.stepFailed;
}
