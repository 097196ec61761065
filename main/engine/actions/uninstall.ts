import { text } from '../../../contract/text/engine';
import type { InstalledProgram, LeftOver } from '../../host/installed-programs';
import { type ActionContext, type ActionOutcome, done, type Perform } from './context';
import { adoptTool, runTool } from './run-tool';

type UninstallAction = Parameters<Perform<'uninstall'>>[0];

const words = text.uninstall;

const BETWEEN_LOOKS_SECONDS = 10;
/** What an uninstaller has deleted its own entry for, it deletes at once; the rest stays. */
const FOLDER_SECONDS = 10;

const asRun = (action: UninstallAction) => ({ ...action, kind: 'run' as const, survives: true });

/** The folder alone is no proof that a program is there: a file in use keeps it. */
const isThere = (left: readonly LeftOver[]) => left.some(({ what }) => what !== 'folder');

async function listed(
  { displayName, alsoGoes }: UninstallAction,
  { server }: ActionContext,
): Promise<{ program: InstalledProgram | null; others: InstalledProgram[] }> {
  const programs = await server.programs.list();
  return {
    program: programs.find((one) => one.displayName === displayName) ?? null,
    others: programs.filter((one) => alsoGoes.includes(one.displayName)),
  };
}

/** What is left once entry and uninstaller are gone, or the time is over. */
async function waitFor(
  program: InstalledProgram,
  seconds: number,
  { server: { programs, clock } }: ActionContext,
): Promise<LeftOver[]> {
  const end = clock.now().getTime() + seconds * 1000;
  for (;;) {
    const left = await programs.leftOf(program);
    if (!isThere(left)) {
      return left.length === 0 ? left : programs.waitUntilGone(program, clock, FOLDER_SECONDS);
    }
    if (clock.now().getTime() >= end) return left;
    await clock.sleep(BETWEEN_LOOKS_SECONDS);
  }
}

async function settle(
  outcome: ActionOutcome,
  action: UninstallAction,
  { program, others }: Awaited<ReturnType<typeof listed>>,
  context: ActionContext,
): Promise<ActionOutcome> {
  if (outcome.kind !== 'done') return outcome;
  // Windows is restarted first: until then files in use stay, and the checks look afterwards.
  if (outcome.restart) return outcome;
  const { waitSeconds } = action;
  const left = program === null ? [] : await waitFor(program, waitSeconds, context);
  if (isThere(left)) {
    const problem = words.stillThere(action.displayName, Math.round(waitSeconds / 60));
    const toolWords = left.map(({ name }) => name);
    return { kind: 'failed', problem: { ...problem, toolWords, code: null }, facts: {} };
  }
  for (const { name } of left) context.line('engine', words.left(name));
  for (const other of others) {
    if (isThere(await waitFor(other, waitSeconds, context))) {
      context.line('engine', words.alsoThere(other.displayName));
    }
  }
  const names = left.map(({ name }) => name).join(', ');
  return done(names === '' ? outcome.facts : { ...outcome.facts, left: names });
}

/** Runs an uninstaller and waits until the program is gone; its exit code proves nothing. */
export const uninstall: Perform<'uninstall'> = async (action, context) => {
  const before = await listed(action, context);
  if (before.program === null) {
    context.line('engine', words.already(action.displayName));
    return done();
  }
  return settle(await runTool(asRun(action), context), action, before, context);
};

/** Takes over an uninstaller that went on while this program was gone. */
export async function adoptUninstaller(
  action: UninstallAction,
  context: ActionContext,
): Promise<ActionOutcome> {
  const before = await listed(action, context);
  return settle(await adoptTool(asRun(action), context), action, before, context);
}
