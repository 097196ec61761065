import type { Command } from 'commander';
import { text } from '../../../contract/text/psm';
import * as practice from '../practice-commands';
import { all, type Choose, withGlobals } from './declare';

const { commands, options } = text;

/** Commands for the practice server. */
export function addPractice(program: Command, choose: Choose): void {
  const parent = withGlobals(program.command('practice')).description(commands.practice);
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
    .option('--kind <kind>', options.kind)
    .option('--diff', options.diff)
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
