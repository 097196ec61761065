import { joinServerPath } from '../../contract/server-path';
import { sufferFault, takeFault } from '../runner/faults';
import type { RunAction, SetupAction } from '../vendor-behaviour/setup-actions';
import { commandEnded, commandOutcome, commandStarted } from '../vendor-behaviour/setup-log';
import { loseNetwork } from '../world/network-loss';
import { startService, stopService } from '../world/services';
import { alreadyThere, installersOf } from './installers';
import { requireProgram, type SetupRun, tell } from './run';
import { scenarioName, usualMinutes } from './sub-steps';

/** Plays the actions in order; returns the exit code of the first that fails, or 0. */
export async function playActions(run: SetupRun, actions: readonly SetupAction[]): Promise<number> {
  for (const action of actions) {
    // The passphrase was tried while the arguments were checked.
    if (action.step === 'checkPassphrase') continue;
    const skipped = await alreadyThere(run, action.step);
    if (skipped !== null) {
      if (action.kind === 'run') await tell(run, skipped);
      continue;
    }
    await tell(run, action.before);
    if (action.kind === 'run') {
      const code = await playCommand(run, action);
      if (code !== 0) return code;
    } else if (action.kind !== 'copy') await controlService(run, action.kind, action.service);
    if (action.kind !== 'run') await tell(run, action.after);
  }
  return 0;
}

/** Plays one command with its log lines; returns 0, or the exit code set-up ends with. */
async function playCommand(run: SetupRun, action: RunAction): Promise<number> {
  let { exit, output } = await startOnce(run, action);
  if (action.retry && exit === action.retry.code >>> 0) {
    await run.context.wait(action.retry.seconds);
    ({ exit, output } = await startOnce(run, action));
  }
  const { succeeded, restart, messages } = commandOutcome(action, exit);
  run.needsRestart ||= restart;
  // What the program printed stands behind the line that announces it.
  await tell(
    run,
    messages.map((message) =>
      message.text.endsWith(' command output : \n')
        ? { ...message, text: `${message.text}${output.trimEnd()}` }
        : message,
    ),
  );
  return succeeded ? 0 : action.exitOnFailure;
}

async function startOnce(
  run: SetupRun,
  action: RunAction,
): Promise<{ exit: number; output: string }> {
  const { context } = run;
  await loseNetwork(context.world, scenarioName[action.step]);
  const program = programPath(run, action.file);
  const [announced, ...started] = commandStarted(action);
  if (announced) await tell(run, [announced]);
  await requireProgram(run, program);
  await tell(run, started);
  const install = installersOf[action.step];
  let outcome = { exit: 0, output: '' };
  if (install) {
    const { minutes } = await context.world.read();
    const name = scenarioName[action.step] ?? action.step;
    await context.wait((minutes[name] ?? usualMinutes[name] ?? 1) * 60);
    const fault = await takeFault(context.world, 'unifiedsetup', name);
    const wanted = (fault && (await sufferFault(fault, context))) ?? 0;
    outcome.exit = (await install(run, action.args, program, wanted)) >>> 0;
  } else outcome = await context.start(program, splitArguments(action.args));
  await tell(run, [commandEnded(outcome.exit | 0)]);
  return outcome;
}

/** A bare name lies beside set-up; a folder without a root starts at the root of its drive. */
function programPath({ folder }: SetupRun, file: string): string {
  if (file.includes('\\')) return file.replace(/^([A-Za-z]:)(?!\\)/, '$1\\');
  return folder === null ? file : joinServerPath(folder, file);
}

/** Takes the arguments of a line apart: words, or whatever stands between quotes. */
function splitArguments(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
}

async function controlService(run: SetupRun, what: string, service: string): Promise<void> {
  await run.context.wait(2);
  await run.context.world.change((world) => {
    const now = run.context.clock.now();
    if (what === 'stop service') stopService(world, service, now);
    else startService(world, service, now);
  });
}
