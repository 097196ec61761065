import { randomUUID } from 'node:crypto';
import { serverFolder } from '../../contract/server-path';
import { keys } from '../products/keys';
import { readStandIn } from '../products/stand-in';
import { readSettings } from '../products/windows-settings';
import { type Tool, type ToolContext, ToolNotStarted } from '../runner/tool';
import { decide } from '../setup/decide';
import { setupEnvironment } from '../setup/environment';
import { checkServices, decideRestart, endSetup } from '../setup/finish';
import { freshInstallationRefusal } from '../setup/fresh-checks';
import { playActions } from '../setup/play-actions';
import { checkPrerequisites, checkUpgradePrerequisites } from '../setup/prerequisites';
import { SetupException, SetupQuit, type SetupRun, tell } from '../setup/run';
import { openSetupLog } from '../setup/setup-log';
import {
  asksConfigurationServer,
  splitAtQuestion,
  tryPassphrase,
  withOutput,
} from '../setup/try-passphrase';
import type { SetupDecision } from '../vendor-behaviour/decide-setup';
import type { SetupSettings } from '../vendor-behaviour/setup-check';
import { openingMessages, registrationSkipped } from '../vendor-behaviour/setup-log';
import { liveProcesses } from '../world/processes';
import { readText, setTexts } from '../world/registry';
import type { World } from '../world/schema';

const failed = 1;
/** .NET 4.6.2 (vendor source, WrapperSetup/Program.cs). */
const neededDotNet = 394802;

/**
 * UNIFIEDSETUP.EXE: decides about its arguments as the vendor's does, then plays what it would run
 * in simulated time, with its log and all it leaves on the server.
 */
export const unifiedSetup: Tool = {
  encoding: 'utf8',
  run: async (context) => {
    const world = await context.world.read();
    if (!world.isAdministrator) throw new ToolNotStarted('EACCES', context.file);
    // A box tells that set-up runs already; nobody closes it.
    if (runsAlready(world, context)) return await context.hang();
    const log = await openSetupLog(context);
    if (!hasDotNet(world)) {
      // Another box, and nothing more in the log.
      await log.write('', 'Application Started');
      return await context.hang();
    }
    const run: SetupRun = {
      context,
      log,
      target: { store: context.world, files: context.systemFiles, now: context.clock.now },
      folder: /[\\/]/.test(context.file) ? serverFolder(context.file) : null,
      version: await versionOf(context, world),
      kind: 'fresh',
      services: new Set(),
      needsRestart: false,
      proxyType: 'Bypass',
    };
    try {
      return await endSetup(run, await play(run));
    } catch (error) {
      if (error instanceof SetupQuit) return error.exit;
      if (!(error instanceof SetupException)) throw error;
      await log.write(
        `Main : Threw Exception.Type: ${error.type}, Exception.Message: ${error.message}`,
      );
      return await endSetup(run, failed);
    }
  },
};

async function play(run: SetupRun): Promise<number> {
  const { context } = run;
  const environment = await setupEnvironment(context, run.version);
  const decision = decide(
    context.args,
    environment,
    (await context.world.read()).unknownParameters,
  );
  // Without arguments it is a window, which stays until somebody closes it.
  if (context.args.length === 0) return await context.hang();
  run.kind = kindOf(decision, environment.state);
  await tell(run, openingMessages(environment.state));
  const settled = await settleArguments(run, decision, environment);
  if (!settled.accepted || settled.subcommands === null) return settled.exit;
  run.proxyType = settled.settings?.proxy ? 'Custom' : 'Bypass';
  await noteMachine(context);
  if (run.kind !== 'upgrade' && !settled.settings?.skipTlsCheck) await checkTls(run);
  if (run.kind === 'fresh' && settled.settings) {
    const refusal = await checkServer(run, settled.settings);
    if (refusal !== 0) return refusal;
  }
  if (run.kind === 'upgrade') {
    const skips = settled.params.SkipPrereqsCheck !== undefined;
    const refusal = await checkUpgradePrerequisites(run, skips);
    if (refusal !== 0) return refusal;
  }
  const code = await playActions(run, settled.subcommands);
  if (code === 0 && settled.settings?.skipRegistration) await tell(run, registrationSkipped);
  return code || (await checkServices(run)) || (await decideRestart(run));
}

/** With TLS 1.0 off set-up quits, without its last lines (vendor source; the words are ours). */
async function checkTls({ context, log }: SetupRun): Promise<void> {
  const { registry } = await context.world.read();
  if (!readSettings(registry).tls10Off) return;
  await log.print('TLS 1.0 is not enabled on this server.');
  throw new SetupQuit(failed);
}

/** What a fresh installation wants of the server; returns 0 or the exit code set-up ends with. */
async function checkServer(run: SetupRun, settings: SetupSettings): Promise<number> {
  const refusal = await freshInstallationRefusal(run.context);
  if (refusal === null) {
    const drive = settings.installLocation.slice(0, 2).toUpperCase();
    return await checkPrerequisites(run, { ...settings, drive });
  }
  await run.log.print(refusal);
  return failed;
}

function kindOf({ params }: SetupDecision, state: string): SetupRun['kind'] {
  if (params.Upgrade !== undefined) return 'upgrade';
  return state === 'nomt-same' ? 'again' : 'fresh';
}

/** Says what it says about the arguments; asks the configuration server when it comes to that. */
async function settleArguments(
  run: SetupRun,
  decision: SetupDecision,
  environment: Awaited<ReturnType<typeof setupEnvironment>>,
): Promise<SetupDecision> {
  if (!asksConfigurationServer(decision)) {
    await tell(run, decision.logMessages);
    return decision;
  }
  const { before, after } = splitAtQuestion(decision.logMessages);
  await tell(run, before);
  const outcomes = await tryPassphrase(run, decision, environment);
  if (outcomes.at(-1)?.exit === 0) {
    await tell(run, withOutput(after, outcomes.slice(-1)));
    return decision;
  }
  const { unknownParameters } = await run.context.world.read();
  const refused = decide(
    run.context.args,
    { ...environment, passphraseOk: false },
    unknownParameters,
  );
  await tell(run, withOutput(splitAtQuestion(refused.logMessages).after, outcomes));
  return refused;
}

/** One set-up a session: the name it reserves isn't shared between sessions. */
function runsAlready(world: World, { pid }: ToolContext): boolean {
  return liveProcesses(world).some(
    (other) =>
      other.pid !== pid &&
      other.session === world.session &&
      other.name.toLowerCase() === 'unifiedsetup',
  );
}

function hasDotNet({ registry }: World): boolean {
  return (readSettings(registry).dotNetRelease ?? 0) >= neededDotNet;
}

async function versionOf({ file, systemFiles }: ToolContext, world: World): Promise<string> {
  const content = /[\\/]/.test(file) ? await systemFiles.read(file).catch(() => null) : null;
  return (content ? readStandIn(content)?.version : undefined) ?? world.package.version;
}

async function noteMachine({ world }: ToolContext): Promise<void> {
  await world.change(({ registry }) => {
    if (readText(registry, keys.inMage, 'MachineIdentifier') !== null) return;
    setTexts(registry, keys.inMage, { MachineIdentifier: randomUUID() });
  });
}
