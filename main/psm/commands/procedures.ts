import type { Command } from 'commander';
import { text } from '../../../contract/text/psm';
import { answers, schema, tryAnswer } from '../answer-commands';
import { exportFiles } from '../export-command';
import { apply, plan, preflight } from '../procedure-commands';
import { all, type Choose, withAnswers, withGlobals, withInput } from './declare';

const { commands, options } = text;

/** Commands that take a procedure by its name. */
export function addProcedures(program: Command, choose: Choose): void {
  withInput(program.command('preflight [name]'))
    .description(commands.preflight)
    .action((name: string | undefined, _options, command: Command) =>
      choose(() => preflight(name ?? 'set-up', all(command))),
    );
  withInput(program.command('plan <name>'))
    .description(commands.plan)
    .action((name: string, _options, command: Command) => choose(() => plan(name, all(command))));
  withInput(program.command('apply <name>'))
    .description(commands.apply)
    .option('--yes', options.yes)
    .option('--approve <hash>', options.approve)
    .action((name: string, _options, command: Command) => choose(() => apply(name, all(command))));
  withInput(program.command('test <name> <question>'))
    .description(commands.test)
    .action((name: string, question: string, _options, command: Command) =>
      choose(() => tryAnswer(name, question, all(command))),
    );
  withInput(program.command('export <name>'))
    .description(commands.export)
    .requiredOption('--to <folder>', options.to)
    .action((name: string, _options, command: Command) =>
      choose(() => exportFiles(name, all(command))),
    );
  withAnswers(withGlobals(program.command('answers <name>')))
    .description(commands.answers)
    .action((name: string, _options, command: Command) =>
      choose(() => answers(name, all(command))),
    );
  withGlobals(program.command('schema <name>'))
    .description(commands.schema)
    .action((name: string, _options, command: Command) => choose(() => schema(name, all(command))));
}
