import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { text } from '../../contract/text/psm';
import { ProblemError } from '../application/procedures';
import { APP_VERSION } from '../product';
import { OtherScenario, PracticeInUse } from '../wiring';
import { type Console, createConsole } from './console';
import { EXIT, exitOfProblem } from './exit-codes';
import * as practice from './practice-commands';
import * as procedures from './procedure-commands';
import * as status from './status-command';
import { WrongUse } from './wrong-use';

type Run = () => Promise<number>;

const optionsSchema = z.object({
  json: z.boolean().optional(),
  practice: z.union([z.string(), z.boolean()]).optional(),
  timeFactor: z.string().optional(),
  stateFolder: z.string().optional(),
  practiceExecutables: z.boolean().optional(),
  answers: z.string().optional(),
  secret: z.array(z.string()).optional(),
  yes: z.boolean().optional(),
  approve: z.string().optional(),
  kind: z.string().optional(),
  diff: z.boolean().optional(),
});

/** The options of a command and of those above it. */
const all = (command: Command) => optionsSchema.parse(command.optsWithGlobals());

const repeat = (value: string, before: string[]) => [...before, value];

function withGlobals(command: Command): Command {
  return command
    .option('--json', text.options.json)
    .option('--practice [scenario]', text.options.practice)
    .option('--time-factor <number>', text.options.timeFactor)
    .option('--state-folder <folder>', text.options.stateFolder)
    .option('--practice-executables', text.options.executables);
}

function withAnswers(command: Command): Command {
  return withGlobals(command)
    .option('--answers <file>', text.options.answers)
    .option('--secret <name=@file>', text.options.secret, repeat, []);
}

/** The command line, with what the chosen command will do left in `choose`. */
function buildProgram(choose: (run: Run) => void): Command {
  const program = withGlobals(
    new Command('psm')
      .exitOverride()
      .enablePositionalOptions()
      .description(text.description)
      .version(APP_VERSION)
      .addHelpText('after', `\n${text.exitCodes}`),
  );
  const { commands } = text;

  withGlobals(program.command('status'))
    .description(commands.status)
    .action((_options, command: Command) => choose(() => status.status(all(command))));
  withAnswers(program.command('preflight [name]'))
    .description(commands.preflight)
    .action((name: string | undefined, _options, command: Command) =>
      choose(() => procedures.preflight(name ?? 'set-up', all(command))),
    );
  withAnswers(program.command('plan <name>'))
    .description(commands.plan)
    .action((name: string, _options, command: Command) =>
      choose(() => procedures.plan(name, all(command))),
    );
  withAnswers(program.command('apply <name>'))
    .description(commands.apply)
    .option('--yes', text.options.yes)
    .option('--approve <hash>', text.options.approve)
    .action((name: string, _options, command: Command) =>
      choose(() => procedures.apply(name, all(command))),
    );
  withGlobals(program.command('resume [operation]'))
    .description(commands.resume)
    .option('--secret <name=@file>', text.options.secret, repeat, [])
    .action((id: string | undefined, _options, command: Command) =>
      choose(() => status.resume(id, all(command))),
    );
  addPractice(withGlobals(program.command('practice')).description(commands.practice), choose);
  return program;
}

function addPractice(parent: Command, choose: (run: Run) => void): void {
  const { commands } = text;
  withGlobals(parent.command('reset [scenario]'))
    .description(commands.reset)
    .action((scenario: string | undefined, _options, command: Command) =>
      choose(() => practice.reset(scenario, all(command))),
    );
  withGlobals(parent.command('show'))
    .description(commands.show)
    .action((_options, command: Command) => choose(() => practice.show(all(command))));
  withGlobals(parent.command('scenarios'))
    .description(commands.scenarios)
    .action((_options, command: Command) => choose(() => practice.list(all(command))));
  withGlobals(parent.command('restart'))
    .description(commands.restart)
    .action((_options, command: Command) => choose(() => practice.restart(all(command))));
  withGlobals(parent.command('run <tool> [args...]'))
    .description(commands.run)
    .passThroughOptions()
    .allowUnknownOption()
    .action((tool: string, args: string[], _options, command: Command) =>
      choose(() => practice.run(tool, args, all(command))),
    );
  withGlobals(parent.command('replay <file>'))
    .description(commands.replay)
    .option('--kind <kind>', text.options.kind)
    .option('--diff', text.options.diff)
    .action((file: string, _options, command: Command) =>
      choose(() => practice.replay(file, all(command))),
    );
  parent
    .command('tool <world> <codeFile> <programPid> <cwd> <file> [args...]', { hidden: true })
    .passThroughOptions()
    .allowUnknownOption()
    .action(
      (
        world: string,
        codeFile: string,
        programPid: string,
        cwd: string,
        file: string,
        args: string[],
      ) => choose(() => practice.tool(world, codeFile, Number(programPid), cwd, file, args)),
    );
}

/** Runs psm with these arguments and returns its exit code. */
export async function runPsm(args: readonly string[]): Promise<number> {
  const chosen: Run[] = [];
  const program = buildProgram((run) => {
    chosen.push(run);
  });
  const plain = createConsole(args.includes('--json'));
  try {
    program.parse([...args], { from: 'user' });
    const [run] = chosen;
    return run ? await run() : EXIT.wrongUse;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.code === 'commander.helpDisplayed' || error.code === 'commander.version'
        ? EXIT.done
        : EXIT.wrongUse;
    }
    if (error instanceof ProblemError) {
      plain.problem(error.problem);
      return exitOfProblem(error.problem.code);
    }
    return reportError(error, plain);
  }
}

function reportError(error: unknown, console: Console): number {
  const say = (code: number, what: string) => {
    console.problem({ what, meaning: '', next: '', toolWords: [], code: null });
    return code;
  };
  if (error instanceof WrongUse) return say(EXIT.wrongUse, error.message);
  if (error instanceof OtherScenario) return say(EXIT.wrongUse, text.otherScenario(error.message));
  if (error instanceof PracticeInUse) return say(EXIT.locked, text.practiceInUse);
  const words = error instanceof Error ? error.message : String(error);
  console.problem({ ...text.unexpected, toolWords: [words], code: null });
  return EXIT.forbidden;
}
