import { Command, CommanderError } from 'commander';
import { text } from '../../contract/text/psm';
import { ProblemError } from '../application/problem-error';
import { APP_VERSION } from '../product';
import { OtherScenario, PracticeInUse } from '../wiring';
import { all, type Choose, type Run, withGlobals } from './commands/declare';
import { addOperations } from './commands/operations';
import { addPractice } from './commands/practice';
import { addProcedures } from './commands/procedures';
import { addReference } from './commands/reference';
import { type Console, createConsole } from './console';
import { EXIT, exitOfProblem } from './exit-codes';
import { status } from './status-command';
import { WrongUse } from './wrong-use';

/** The command line, with what the chosen command will do left in `choose`. */
function buildProgram(choose: Choose): Command {
  const program = withGlobals(
    new Command('psm')
      .exitOverride()
      .enablePositionalOptions()
      .description(text.description)
      .version(APP_VERSION)
      .addHelpText('after', `\n${text.exitCodes}`),
  );
  withGlobals(program.command('status'))
    .description(text.commands.status)
    .action((_options, command: Command) => choose(() => status(all(command))));
  addProcedures(program, choose);
  addOperations(program, choose);
  addReference(program, choose);
  addPractice(program, choose);
  return program;
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
