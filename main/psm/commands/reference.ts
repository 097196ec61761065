import type { Command } from 'commander';
import { text } from '../../../contract/text/psm';
import { explainPasted, listArguments, listExitCodes } from '../reference-commands';
import { all, type Choose, withGlobals } from './declare';

const { commands } = text;

/** Commands that look at no server. */
export function addReference(program: Command, choose: Choose): void {
  withGlobals(program.command('explain [file]'))
    .description(commands.explain)
    .action((file: string | undefined, _options, command: Command) =>
      choose(() => explainPasted(file, all(command))),
    );
  withGlobals(program.command('arguments'))
    .description(commands.arguments)
    .action((_options, command: Command) => choose(() => listArguments(all(command))));
  withGlobals(program.command('exit-codes'))
    .description(commands.exitCodes)
    .action((_options, command: Command) => choose(() => listExitCodes(all(command))));
}
